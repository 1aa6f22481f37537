import type { Files } from '../files.ts'
import type { HttpRequest } from '../network/network.ts'
import { beginProcess } from '../process/processes.ts'
import type { Server } from '../server/state.ts'
import type { World } from '../world.ts'
import { answer } from './answer.ts'
import { build } from './build.ts'
import type { Configuration } from './model.ts'
import { Refused, readConfiguration } from './read.ts'

type At = World & { server: Server }

export const PID_FILE = '/run/nginx.pid'

/** Reads the files of a machine's nginx, as root. */
export async function readNginx(world: At): Promise<{ configuration: Configuration; warnings: string[] }> {
  const statements = await readConfiguration(world.server.files)
  const resolves = async (host: string): Promise<boolean> => {
    if (/^[\d.]+$|^\[/.test(host) || host === 'localhost') return true
    const hosts = await world.server.files.read('/etc/hosts')
    return (
      hosts.split('\n').some((line) => line.split(/\s+/).slice(1).includes(host)) ||
      world.network.knock(host, 80) !== 'unknown-host'
    )
  }
  return build(statements, { files: world.server.files, resolves })
}

/** Starts nginx with a configuration. Throws Refused where a port of it is taken. */
export async function startNginx(world: At, configuration: Configuration, command: string): Promise<void> {
  for (const address of addressesOf(configuration))
    if (world.network.isListening(address))
      throw new Refused(`bind() to ${address.replace('localhost', '127.0.0.1')} failed (98: Address already in use)`, {
        isWellFormed: true,
      })
  const onEnd = async () => {
    closePorts(world)
    delete world.webServer
    await world.server.files.remove(PID_FILE)
  }
  const begun = beginProcess(world, { command: `nginx: master process ${command}`, listens: [], onEnd })
  if ('taken' in begun) return
  world.webServer = { pid: begun.pid, configuration, challenges: new Map() }
  await world.server.files.write(PID_FILE, `${begun.pid}\n`)
  openPorts(world)
}

/** Has the nginx that runs go on with another configuration. */
export function reloadNginx(world: At, configuration: Configuration): void {
  if (!world.webServer) return
  closePorts(world)
  // Requests that were counted stay counted.
  for (const [name, zone] of configuration.zones) {
    const before = world.webServer.configuration.zones.get(name)
    if (before?.key === zone.key) zone.buckets = before.buckets
  }
  world.webServer.configuration = configuration
  openPorts(world)
}

function openPorts(world: At): void {
  const { webServer, network, clock } = world
  if (!webServer) return
  const files = workerFiles(world)
  for (const address of addressesOf(webServer.configuration)) {
    const port = Number(address.split(':').at(-1))
    const isTls = webServer.configuration.servers.some(({ listens }) =>
      listens.some((one) => one.port === port && one.isTls),
    )
    network.listen(address, (request: HttpRequest) => answer({ ...webServer, network, clock, files }, request, port), {
      tls: isTls,
    })
  }
}

function closePorts({ webServer, network }: World): void {
  for (const address of webServer ? addressesOf(webServer.configuration) : []) network.close(address)
}

/** Where it listens; on every address is on the loopback too. */
function addressesOf({ servers }: Configuration): string[] {
  const found = servers.flatMap(({ listens }) =>
    listens.flatMap(({ address, port }) => {
      const hosts =
        address === '0.0.0.0'
          ? ['0.0.0.0', 'localhost', '127.0.0.1']
          : address === '127.0.0.1' || address === 'localhost'
            ? ['localhost', '127.0.0.1']
            : [address]
      return hosts.map((host) => `${host}:${port}`)
    }),
  )
  return [...new Set(found)]
}

/** Its workers are www-data. */
function workerFiles({ server, host }: At): Files {
  const asWorker = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    const before = { user: host.user, groups: host.groups }
    Object.assign(host, { user: 'www-data', groups: ['www-data'] })
    try {
      return await run()
    } finally {
      Object.assign(host, before)
    }
  }
  const { files } = server
  return { ...files, read: (path) => asWorker(() => files.read(path)) }
}

import { Blocked, type EmulatedCall, type Emulator, fail, type Output, succeed } from '../model.ts'
import { beginProcess } from '../process/processes.ts'
import { isRoot, serverOf } from '../server/server.ts'
import type { Server } from '../server/state.ts'
import { loadUnit, startUnit } from '../server/systemd/manager.ts'
import { stateOf } from '../server/systemd/unit-state.ts'
import { startContainer, stopContainer } from './engine.ts'
import { Refused } from './invocation.ts'
import type { Container } from './state.ts'

/** `dockerd`, as its unit runs it: containers stop with it, and those that are to be there start with it. */
export const dockerd: Emulator = async (call) => {
  const server = serverOf(call, 'dockerd')
  const configured = await readDaemonFile(server, fileOf(call.args))
  if ('problem' in configured) return fail(configured.problem)
  if (call.args.includes('--validate')) return succeed('configuration OK\n')
  if (!isRoot(call))
    return fail('failed to start daemon: cannot create pid file: open /var/run/docker.pid: permission denied\n')
  call.world.docker.publishIp = configured.ip
  const onEnd = (): void => {
    for (const container of call.world.docker.containers.values()) {
      container.wasRunning = container.state === 'running' || container.state === 'restarting'
      stopContainer(call, container, 0)
    }
  }
  beginProcess(call.world, {
    command: `/usr/sbin/dockerd ${call.args.join(' ')}`,
    listens: [],
    onEnd,
    onHangup: async () => {},
  })
  for (const container of call.world.docker.containers.values())
    if (comesBack(container)) await startAgain(call, container)
  throw new Blocked('dockerd')
}

const fileOf = (args: readonly string[]): string => {
  const at = args.findIndex((arg) => /^--config-file(=|$)/.test(arg))
  return at < 0 ? '/etc/docker/daemon.json' : (args[at]?.split('=')[1] ?? args[at + 1] ?? '')
}

/** Keys of daemon.json that pages set (docs.docker.com, dockerd, daemon configuration file). */
const KEYS = new Set(
  `ip log-driver log-opts live-restore userland-proxy iptables ip6tables ipv6 data-root storage-driver dns debug hosts
  log-level registry-mirrors insecure-registries max-concurrent-downloads default-address-pools no-new-privileges icc
  default-ulimits exec-opts features bip mtu builder experimental metrics-addr init shutdown-timeout group`.split(
    /\s+/,
  ),
)

/** What the daemon takes from its file, or why it does not start with it. */
async function readDaemonFile({ files }: Server, path: string): Promise<{ ip: string } | { problem: string }> {
  const problem = (why: string) => ({ problem: `unable to configure the Docker daemon with file ${path}: ${why}\n` })
  if (!(await files.exists(path))) return { ip: '0.0.0.0' }
  try {
    const read = JSON.parse(await files.read(path)) as Record<string, unknown>
    const unknown = Object.keys(read).find((key) => !KEYS.has(key))
    if (unknown !== undefined)
      return problem(`the following directives don't match any configuration option: ${unknown}`)
    return { ip: typeof read.ip === 'string' ? read.ip : '0.0.0.0' }
  } catch (error) {
    if (error instanceof SyntaxError) return problem(jsonProblem(error))
    throw error
  }
}

/** In the words of Go's reader, as far as those of this one tell it. */
const jsonProblem = ({ message }: SyntaxError): string =>
  /end of JSON/.test(message) ? 'unexpected end of JSON input' : 'invalid character in JSON'

/** `always` brings back what was stopped by hand too, `unless-stopped` does not (docker run --restart). */
const comesBack = ({ restart, wasRunning, state }: Container): boolean =>
  state === 'exited' &&
  (restart === 'always' || ((restart === 'unless-stopped' || restart.startsWith('on-failure')) && wasRunning === true))

async function startAgain(call: EmulatedCall, container: Container): Promise<void> {
  try {
    await startContainer(call, container)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

/** What keeps a user of a server from the engine, as the client tells it. Its socket starts an engine that is stopped. */
export async function unreachable(call: EmulatedCall, server: Server): Promise<Output | undefined> {
  if (!server.packages.has('docker.io')) return fail(NO_DAEMON)
  if (!isRoot(call) && !call.world.host.groups.includes('docker')) return fail(NO_PERMISSION)
  const at = { server, world: call.world, effect: call.effect }
  if (stateOf(server.units, 'docker.service').active === 'active') return undefined
  if (stateOf(server.units, 'docker.socket').active !== 'active') return fail(NO_DAEMON)
  const loaded = await loadUnit(at, 'docker.service')
  return loaded.kind === 'loaded' && (await startUnit(at, loaded.unit)) === 'done' ? undefined : fail(NO_DAEMON)
}

const NO_DAEMON = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n'
const NO_PERMISSION =
  'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Head "http://%2Fvar%2Frun%2Fdocker.sock/_ping": dial unix /var/run/docker.sock: connect: permission denied\n'

/** Plugins of the client that come in packages of their own. */
const PLUGINS: Readonly<Record<string, string>> = { compose: 'docker-compose', buildx: 'docker-buildx' }

/** What the client says of a plugin that is not installed. */
export function withoutPlugin({ args }: EmulatedCall, server: Server): Output | undefined {
  const [name = '', ...rest] = args
  const needed = PLUGINS[name]
  if (needed === undefined || server.packages.has(needed)) return undefined
  const flag = rest.find((word) => word.startsWith('-'))
  if (flag === undefined) return fail(`docker: '${name}' is not a docker command.\nSee 'docker --help'\n`)
  return fail(
    flag.startsWith('--')
      ? `unknown flag: ${flag}\nSee 'docker --help'.\n`
      : `unknown shorthand flag: '${flag[1]}' in ${flag}\nSee 'docker --help'.\n`,
    125,
  )
}

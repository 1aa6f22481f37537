import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import type { WebServer } from './model.ts'
import { closePort, configuredSites, openPort } from './web-server.ts'

const FILE = '/etc/nginx/nginx.conf'

/** `nginx -t` on a machine that has nginx; the laptop has none. */
export const nginx: Emulator = async (call) => {
  requireWebServer(call, 'nginx')
  if (call.args.join(' ') !== '-t') throw new NotModelled(`nginx ${call.args.join(' ')}`)
  const sites = await configuredSites(call.files)
  if (typeof sites === 'string') return fail(`nginx: [emerg] ${sites}\nnginx: configuration file ${FILE} test failed\n`)
  return succeed(
    '',
    `nginx: the configuration file ${FILE} syntax is ok\nnginx: configuration file ${FILE} test is successful\n`,
  )
}

/** `systemctl` for nginx, the one service of a machine that pages change. */
export const systemctl: Emulator = async (call) => {
  const server = requireWebServer(call, 'systemctl')
  const [verb = '', ...units] = call.args.filter((arg) => !/^(-q|--quiet)$/.test(arg))
  const run = VERBS[verb]
  if (!run || units.length !== 1 || !/^nginx(\.service)?$/.test(units[0] ?? ''))
    throw new NotModelled(`systemctl ${call.args.join(' ')}`)
  return run(call, server)
}

const VERBS: Readonly<Record<string, (call: EmulatedCall, server: WebServer) => Output | Promise<Output>>> = {
  'is-active': ({ args }, { isRunning }) => {
    const text = args.some((arg) => /^(-q|--quiet)$/.test(arg)) ? '' : `${isRunning ? 'active' : 'inactive'}\n`
    return { stdout: text, stderr: '', exitCode: isRunning ? 0 : 3 }
  },
  reload: (call, server) =>
    server.isRunning ? load(call, server, 'reload') : fail('nginx.service is not active, cannot reload.\n'),
  restart: (call, server) => load(call, server, 'restart'),
  start: (call, server) => (server.isRunning ? succeed() : load(call, server, 'start')),
  stop: (call, server) => {
    closePort(server, call.world.network)
    changed(call)
    return succeed()
  },
}

/** A configuration nginx refuses leaves the old one when it is reloaded, and nothing when it is started. */
async function load(call: EmulatedCall, server: WebServer, verb: 'reload' | 'restart' | 'start'): Promise<Output> {
  const sites = await configuredSites(call.files)
  changed(call)
  if (typeof sites === 'string') {
    if (verb !== 'reload') closePort(server, call.world.network)
    const what = verb === 'reload' ? 'Reload failed' : 'Job for nginx.service failed'
    return fail(`${what} for nginx.service because the control process exited with error code.\n`)
  }
  server.sites = sites
  openPort(server, call.world.network)
  return succeed()
}

const changed = (call: EmulatedCall): void => call.effect({ verb: 'update', kind: 'service', name: 'nginx' })

function requireWebServer({ world }: EmulatedCall, command: string): WebServer {
  if (!world.webServer) throw new NotModelled(`${command} is not available in the emulated world`)
  return world.webServer
}

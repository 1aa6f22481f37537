import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { endProcess } from '../process/processes.ts'
import { isRoot, serverOf } from '../server/server.ts'
import type { Server } from '../server/state.ts'
import type { World } from '../world.ts'
import { SERVER } from './pages.ts'
import { MAIN_FILE, Refused } from './read.ts'
import { PID_FILE, readNginx, reloadNginx, startNginx } from './web-server.ts'

interface Line {
  tests: boolean
  isQuiet: boolean
  signal: string | undefined
}

/** `nginx`: the server itself, `-t`, `-s SIGNAL` and `-v`. */
export const nginx: Emulator = async (call) => {
  const server = serverOf(call, 'nginx')
  if (call.args.join(' ') === '-v') return succeed('', `nginx version: ${SERVER}\n`)
  const line = readLine(call.args)
  if (typeof line === 'string') return fail(`nginx: ${line}\n`)
  if (!isRoot(call)) return fail(unprivileged(call))
  return refusedAs(call, line, () => run(call, Object.assign(call.world, { server }), line))
}

function readLine(args: readonly string[]): Line | string {
  const line: Line = { tests: false, isQuiet: false, signal: undefined }
  const queue = [...args]
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '-t') line.tests = true
    else if (word === '-q') line.isQuiet = true
    else if (word === '-s') line.signal = queue.shift() ?? ''
    else if (word === '-g') queue.shift()
    else if (/^-[TVhcpe]/.test(word)) throw new NotModelled(`nginx ${args.join(' ')}`)
    else return word.startsWith('-') ? `invalid option: "${word.slice(1, 2)}"` : `invalid option: "${word}"`
  }
  if (line.signal !== undefined && !/^(reload|stop|quit|reopen)$/.test(line.signal))
    return `invalid option: "-s ${line.signal}"`
  return line
}

type At = World & { server: Server }

async function run(call: EmulatedCall, world: At, line: Line): Promise<Output> {
  const { configuration, warnings } = await readNginx(world)
  const warned = warnings.map((text) => said(call, 'warn', text)).join('')
  if (line.tests)
    return succeed(
      '',
      line.isQuiet ? warned : `${warned}${WELL_FORMED}nginx: configuration file ${MAIN_FILE} test is successful\n`,
    )
  if (line.signal !== undefined) return signal(call, world, { ...line, warned, configuration })
  await startNginx(world, configuration, ['/usr/sbin/nginx', ...call.args].join(' '))
  return succeed('', warned)
}

const WELL_FORMED = `nginx: the configuration file ${MAIN_FILE} syntax is ok\n`

type Signalling = Line & { warned: string; configuration: Parameters<typeof reloadNginx>[1] }

async function signal(
  call: EmulatedCall,
  world: At,
  { signal: name, warned, configuration }: Signalling,
): Promise<Output> {
  if (!world.webServer)
    return fail(`${warned}${said(call, 'error', `open() "${PID_FILE}" failed (2: No such file or directory)`)}`)
  if (name === 'reload') reloadNginx(world, configuration)
  if (name === 'stop' || name === 'quit') await endProcess(world, world.webServer.pid)
  return succeed('', warned)
}

async function refusedAs(call: EmulatedCall, line: Line, run: () => Promise<Output>): Promise<Output> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const text = said(call, 'emerg', error.message)
    if (!line.tests) return fail(text)
    const head = error.isWellFormed && !line.isQuiet ? WELL_FORMED : ''
    return fail(`${head}${text}nginx: configuration file ${MAIN_FILE} test failed\n`)
  }
}

/** A line of its log, which Debian's nginx writes to the standard error until it has read its files. */
function said({ world }: EmulatedCall, level: string, message: string): string {
  const stamp = new Date(world.clock.now()).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')
  return `${stamp} [${level}] ${world.lastPid}#${world.lastPid}: ${message}\n`
}

const unprivileged = (call: EmulatedCall): string =>
  `${said(call, 'warn', 'the "user" directive makes sense only if the master process runs with super-user privileges, ignored in /etc/nginx/nginx.conf:1')}${said(call, 'emerg', `open() "${PID_FILE}" failed (13: Permission denied)`)}nginx: configuration file ${MAIN_FILE} test failed\n`

import { isListed } from '../images/accounts.ts'
import { startApp } from '../images/app.ts'
import { findProgram } from '../images/image-files.ts'
import type { AppStart } from '../images/model.ts'
import { effectiveArgv, parseServer } from '../images/server-command.ts'
import type { EmulatedCall } from '../model.ts'
import type { HttpRequest, HttpResponse, NetworkFailure } from '../network/network.ts'
import { containerArgv, runInside, runsInside } from './container/inside.ts'
import { insideNetwork, redisInside } from './container/inside-network.ts'
import { closeRedis, openRedis } from './container/redis.ts'
import { Refused } from './invocation.ts'
import type { Container, PublishedPort } from './state.ts'

/** From the start of a container until its server accepts connections, as a small Python app takes. */
const STARTUP_MS = 1000

/** Starts a container's command and publishes its ports. Throws Refused as the engine does. */
export async function startContainer(call: EmulatedCall, container: Container): Promise<void> {
  requireFreePorts(call, container)
  requireUser(container)
  requireProgram(container)
  container.startedAt = call.world.clock.now()
  container.exitCode = 0
  const start = await launch(call, container)
  append(call, container, start.log)
  if (start.state === 'exited') return ended(call, container, start.exitCode)
  container.state = 'running'
  container.app = start
  openRedis(call, container)
  for (const port of portsOf(container)) publish(call, container, port)
  container.isProbeGood = await probe(call, container)
}

async function launch(call: EmulatedCall, container: Container): Promise<AppStart> {
  const argv = effectiveArgv(container.image, container.env)
  if (parseServer(argv, container.env) || !runsInside(container.image, argv))
    return startApp(call.world, container.image, container.env, {
      fetch: (request) => insideNetwork(call, container).fetch(request),
      redis: (host, port) => redisInside(call, container, host, port),
      log: (text) => void container.log.push({ at: call.world.clock.now(), text, stream: 'stderr' }),
    })
  const output = await runInside(call, container, argv)
  const log = `${output.stdout}${output.stderr}`.replace(/\n$/, '')
  return { state: 'exited', exitCode: output.exitCode, log: log === '' ? [] : log.split('\n') }
}

function append(call: EmulatedCall, container: Container, lines: readonly string[]): void {
  const at = call.world.clock.now()
  for (const text of lines)
    container.log.push({ at, text, stream: /^(INFO|ERROR|WARNING):/.test(text) ? 'stderr' : 'stdout' })
}

function ended(call: EmulatedCall, container: Container, exitCode: number): void {
  const again = container.restart === 'always' || container.restart === 'unless-stopped'
  const onFailure = container.restart.startsWith('on-failure') && exitCode !== 0
  container.state = again || (onFailure && !container.restart.includes(':')) ? 'restarting' : 'exited'
  container.exitCode = exitCode
  container.finishedAt = call.world.clock.now()
}

/** Ends a running container. Killed by SIGKILL it exits with 137; stopped, its server ends with 0. */
export function stopContainer(call: EmulatedCall, container: Container, exitCode: number): void {
  if (container.state === 'running')
    for (const port of portsOf(container)) for (const address of addresses(port)) call.world.network.close(address)
  closeRedis(call, container, exitCode)
  if (container.state === 'running') append(call, container, container.app?.accessLog ? SHUTDOWN : [])
  container.state = 'exited'
  container.exitCode = exitCode
  container.finishedAt = call.world.clock.now()
  container.app = undefined
}

const SHUTDOWN = [
  'INFO:     Shutting down',
  'INFO:     Waiting for application shutdown.',
  'INFO:     Application shutdown complete.',
  'INFO:     Finished server process [1]',
]

function addresses({ ip, host }: PublishedPort): string[] {
  const names =
    ip === '0.0.0.0' || ip === ''
      ? ['localhost', '127.0.0.1', '0.0.0.0']
      : ip === '127.0.0.1'
        ? ['localhost', ip]
        : [ip]
  return names.map((name) => `${name}:${host}`)
}

/** Docker's words for a port another container, or the machine, has. */
function requireFreePorts(call: EmulatedCall, container: Container): void {
  for (const port of portsOf(container)) {
    if (!addresses(port).some((address) => call.world.network.isListening(address))) continue
    const why = isProcess(call, port)
      ? `Error starting userland proxy: listen tcp4 ${port.ip || '0.0.0.0'}:${port.host}: bind: address already in use`
      : `Bind for ${port.ip || '0.0.0.0'}:${port.host} failed: port is already allocated`
    throw new Refused(
      `failed to set up container networking: driver failed programming external connectivity on endpoint ${container.name} (${container.id}): ${why}`,
      125,
    )
  }
}

/** Whether a program of the machine has a port, and no container. */
const isProcess = ({ world }: EmulatedCall, { host }: PublishedPort): boolean =>
  world.processes.some(({ listens }) => listens.some(({ port }) => port === host))

function requireUser({ image }: Container): void {
  const [user = ''] = image.user.split(':')
  if (user === '' || /^\d+$/.test(user) || isListed(image.files['/etc/passwd'], user)) return
  throw new Refused(`unable to find user ${user}: no matching entries in passwd file`, 125)
}

function requireProgram(container: Container): void {
  const program = containerArgv(container)[0]
  if (program === undefined) throw new Refused('no command specified', 125)
  if (findProgram({ ...container.image, env: container.env }, program) !== undefined) return
  const reason = program.includes('/')
    ? `stat ${program}: no such file or directory`
    : 'executable file not found in $PATH'
  throw new Refused(
    `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "${program}": ${reason}: unknown`,
    127,
  )
}

/** On the network of the machine itself, what listens does so there. */
const isOnHost = ({ networks }: Container): boolean => networks.includes('host')

/** Ports of the machine that lead to a container. */
const portsOf = (container: Container): readonly PublishedPort[] =>
  isOnHost(container) && container.app && container.app.port > 0
    ? [{ ip: '0.0.0.0', host: container.app.port, container: container.app.port, protocol: 'tcp' }]
    : container.ports

function publish(call: EmulatedCall, container: Container, port: PublishedPort): void {
  const answer = async (request: HttpRequest): Promise<HttpResponse | NetworkFailure> => {
    const isReady = call.world.clock.now() - container.startedAt >= STARTUP_MS
    const { app } = container
    if (!app || !isReady || app.port !== port.container) return 'reset'
    return answerInside(call, container, request)
  }
  for (const address of addresses(port)) {
    call.world.network.listen(address, answer, { isForwarded: !isOnHost(container) })
    if (container.redis) call.world.redis.set(port.host, () => container.redis)
  }
}

/** The app's own answer, which it logs. */
async function answerInside(
  call: Pick<EmulatedCall, 'world'>,
  container: Container,
  request: HttpRequest,
): Promise<HttpResponse | NetworkFailure> {
  const { app } = container
  if (!app) return 'refused'
  const response = await app.handle(request)
  if (typeof response === 'string' || !app.accessLog) return response
  const { pathname, search } = request.url
  const text = `INFO:     172.17.0.1:53124 - "${request.method} ${pathname}${search} HTTP/1.1" ${response.status} ${REASONS[response.status] ?? ''}`
  container.log.push({ at: call.world.clock.now(), stream: 'stdout', text: text.trimEnd() })
  return response
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  404: 'Not Found',
  405: 'Method Not Allowed',
  422: 'Unprocessable Entity',
}

/** Whether the health check succeeds against the running app. Its requests are not logged twice. */
async function probe(call: EmulatedCall, container: Container): Promise<boolean> {
  const [kind, ...test] = container.healthcheck?.test ?? ['NONE']
  if (kind === 'NONE') return true
  const argv = kind === 'CMD-SHELL' ? ['sh', '-c', test.join(' ')] : test
  const { startedAt } = container
  container.startedAt -= STARTUP_MS
  const output = await runInside(call, container, argv)
  container.startedAt = startedAt
  return output.exitCode === 0
}

/** Health of a container at this moment, or undefined when it has no check. */
export function healthOf(container: Container, now: number): 'starting' | 'healthy' | 'unhealthy' | undefined {
  const check = container.healthcheck
  if (!check || check.test[0] === 'NONE' || container.state !== 'running') return undefined
  const running = now - container.startedAt
  if (container.isProbeGood) return running >= check.intervalMs ? 'healthy' : 'starting'
  const failing = check.startPeriodMs + check.intervalMs * check.retries
  return running >= failing ? 'unhealthy' : 'starting'
}

/** The engine waits 100 ms before it starts a container again, then twice as long each time, a minute at most. */
const FIRST_BACKOFF_MS = 100
const LONGEST_BACKOFF_MS = 60_000

/** How often the engine has started a container again by itself, of one that exits as soon as its app has come up. */
export function restartsOf(container: Container, now: number): number {
  if (container.state !== 'restarting') return 0
  let count = 0
  for (let at = container.startedAt, wait = FIRST_BACKOFF_MS; ; wait = Math.min(wait * 2, LONGEST_BACKOFF_MS)) {
    at += STARTUP_MS + wait
    if (at > now) return count
    count += 1
  }
}

import { endProcess } from '../../process/processes.ts'
import { type At, asRoot } from '../server.ts'
import { controlEnded, type Executed, execute, SIGNAL_NAMES } from './exec.ts'
import { managerSays } from './journal.ts'
import { settingsOf } from './settings.ts'
import { isYes, settingOf, spanOf, type UnitFile, valuesOf } from './unit-file.ts'
import { stateOf, type UnitResult, type UnitState } from './unit-state.ts'

/** How a job of a unit came out: `done`, or why not, as systemctl tells it. */
export type JobResult = 'done' | 'exit-code' | 'signal' | 'timeout' | 'resources' | 'start-limit-hit'

interface Running {
  at: At
  unit: UnitFile
  state: UnitState
}

/** Starts a service, whatever its state, and gives how its job came out. */
export async function startService(at: At, unit: UnitFile): Promise<JobResult> {
  const state = stateOf(at.server.units, unit.name)
  const running = { at, unit, state }
  state.file = unit
  if (isTooOften(running)) return limitHit(running)
  const settings = await settingsOf(at.server.files, unit)
  if ('missing' in settings) return noResources(running)
  set(running, { active: 'activating', sub: 'start', result: 'success', ended: '', pid: 0 })
  managerSays(at.server.units.journal, at, { unit: unit.name, message: `Starting ${titleOf(unit)}...` })
  for (const text of valuesOf(unit, 'Service', 'ExecStartPre')) {
    const done = await execute(at, unit, { text, settings })
    if (done.exitCode === 0 || done.mayFail) continue
    controlEnded(at, unit, done)
    return failed(running, 'exit-code', done)
  }
  return launch(running, settings)
}

type Settings = Exclude<Awaited<ReturnType<typeof settingsOf>>, { missing: string }>

/** Runs what a service is there for, and waits for what its type says is a start (systemd.service(5), Type=). */
async function launch(running: Running, settings: Settings): Promise<JobResult> {
  const { at, unit } = running
  const type = typeOf(unit)
  let done: Executed | undefined
  for (const text of valuesOf(unit, 'Service', 'ExecStart')) {
    done = await execute(at, unit, { text, settings })
    if (done.isRunning || (done.exitCode !== 0 && !done.mayFail)) break
  }
  if (!done) return up(running, 0, 'exited')
  if (type === 'forking') return forked(running, done)
  if (type === 'oneshot') return ranOnce(running, done)
  if (done.isRunning && type === 'notify' && !NOTIFYING.test(settingOf(unit, 'Service', 'ExecStart') ?? ''))
    return neverReady(running, done)
  if (done.isRunning) return up(running, done.pid, 'running')
  if (type === 'notify' || (type === 'exec' && /\/(EXEC|CHDIR|USER|GROUP)$/.test(done.status)))
    return mainFailed(running, done)
  // It has started; that it has ended since is told apart.
  up(running, done.pid, 'running')
  await mainEnded(running, { exitCode: done.exitCode, status: done.status, signal: 0 })
  return 'done'
}

/** Programs that tell the manager they are ready. */
const NOTIFYING = /\/(redis-server|dockerd|sshd|nginx-notify)\b|--supervised systemd/

export const typeOf = (unit: UnitFile): string =>
  settingOf(unit, 'Service', 'Type') ??
  (valuesOf(unit, 'Service', 'BusName').length > 0
    ? 'dbus'
    : valuesOf(unit, 'Service', 'ExecStart').length > 0
      ? 'simple'
      : 'oneshot')

function forked(running: Running, done: Executed): Promise<JobResult> | JobResult {
  if (done.isRunning) return neverReady(running, done)
  if (done.exitCode !== 0 && !done.mayFail) {
    controlEnded(running.at, running.unit, done)
    return failed(running, 'exit-code', done)
  }
  return up(running, done.left.at(-1) ?? 0, done.left.length > 0 ? 'running' : 'exited')
}

function ranOnce(running: Running, done: Executed): Promise<JobResult> | JobResult {
  if (done.isRunning) return neverReady(running, done)
  const { at, unit, state } = running
  state.ended = `code=exited, ${done.status}`
  if (done.exitCode !== 0 && !done.mayFail) return mainFailed(running, done)
  if (isYes(settingOf(unit, 'Service', 'RemainAfterExit'))) return up(running, 0, 'exited')
  set(running, { active: 'inactive', sub: 'dead', result: 'success', pid: 0 })
  says(at, unit, `${unit.name}: Deactivated successfully.`)
  says(at, unit, `Finished ${titleOf(unit)}.`)
  return 'done'
}

async function mainFailed(running: Running, { status, exitCode }: Executed): Promise<JobResult> {
  const { at, unit } = running
  says(at, unit, `${unit.name}: Main process exited, code=exited, ${status}`, 5)
  return failed(running, 'exit-code', { status, exitCode })
}

/** What never says that it is ready is waited for, then killed. */
async function neverReady(running: Running, done: Executed): Promise<JobResult> {
  const { at, unit } = running
  at.world.clock.advance(spanOf(settingOf(unit, 'Service', 'TimeoutStartSec', 'TimeoutSec') ?? '90') ?? 90_000)
  says(at, unit, `${unit.name}: start operation timed out. Terminating.`, 4)
  for (const pid of done.left) await endProcess(at.world, pid)
  return failed(running, 'timeout', done)
}

function up(running: Running, pid: number, sub: 'running' | 'exited'): JobResult {
  const { at, unit } = running
  set(running, { active: 'active', sub, pid, result: 'success' })
  says(at, unit, `${typeOf(unit) === 'oneshot' ? 'Finished' : 'Started'} ${titleOf(unit)}.`)
  const process = at.world.processes.find((one) => one.pid === pid)
  if (process) watch(running, process)
  return 'done'
}

/** A process that ends by itself, or that somebody kills, ends its unit. */
function watch(running: Running, process: { pid: number; onEnd?: (signal: number) => Promise<void> | void }): void {
  const own = process.onEnd
  process.onEnd = async (signal) => {
    await own?.(signal)
    if (running.state.pid !== process.pid) return
    const isClean = signal === 15 || signal === 2 || signal === 1
    const status = isClean ? 'status=0/SUCCESS' : `status=${signal}/${SIGNAL_NAMES[signal] ?? signal}`
    await mainEnded(running, { exitCode: 0, status, signal: isClean ? 0 : signal })
  }
}

interface Ending {
  exitCode: number
  status: string
  /** The signal that killed it; 0 of none. */
  signal: number
}

/** The main process of a service has ended without anybody stopping the service. */
async function mainEnded(running: Running, { exitCode, status, signal }: Ending): Promise<void> {
  const { at, unit, state } = running
  const code = signal > 0 ? 'killed' : 'exited'
  state.ended = `code=${code}, ${status}`
  const isGood = exitCode === 0 && signal === 0
  if (!isGood) says(at, unit, `${unit.name}: Main process exited, code=${code}, ${status}`, 5)
  if (isGood) {
    set(running, { active: 'inactive', sub: 'dead', result: 'success', pid: 0 })
    says(at, unit, `${unit.name}: Deactivated successfully.`)
  } else await failed(running, signal > 0 ? 'signal' : 'exit-code', { status, exitCode })
  if (isGood && restarts(unit, 'success')) await restartLater(running)
}

/** A start or a run that failed; the manager may try again by itself. */
async function failed(
  running: Running,
  result: UnitResult,
  { status }: Pick<Executed, 'status' | 'exitCode'>,
): Promise<JobResult> {
  const { at, unit, state } = running
  set(running, { active: 'failed', sub: 'failed', result, pid: 0 })
  if (state.ended === '') state.ended = `code=exited, ${status}`
  says(at, unit, `${unit.name}: Failed with result '${result}'.`, 4)
  if (state.since > 0 && !hasStarted(at, unit)) says(at, unit, `Failed to start ${titleOf(unit)}.`, 3)
  if (restarts(unit, result)) await restartLater(running)
  return result === 'success' ? 'done' : result
}

/** Whether its last start came to an end, by what the journal says since. */
function hasStarted({ server }: At, { name }: UnitFile): boolean {
  const last = server.units.journal.findLast(
    ({ unit, identifier, message }) =>
      unit === name && identifier === 'systemd' && /^(Starting|Started|Finished) /.test(message),
  )
  return last !== undefined && !last.message.startsWith('Starting ')
}

/** Whether `Restart=` brings a service back after it ended so (systemd.service(5), the table of Restart=). */
function restarts(unit: UnitFile, result: UnitResult): boolean {
  const policy = settingOf(unit, 'Service', 'Restart') ?? 'no'
  const by: Readonly<Record<string, readonly UnitResult[]>> = {
    always: ['success', 'exit-code', 'signal', 'timeout', 'resources'],
    'on-success': ['success'],
    'on-failure': ['exit-code', 'signal', 'timeout', 'resources'],
    'on-abnormal': ['signal', 'timeout'],
    'on-abort': ['signal'],
  }
  return by[policy]?.includes(result) ?? false
}

async function restartLater(running: Running): Promise<void> {
  const { at, unit, state } = running
  const wait = spanOf(settingOf(unit, 'Service', 'RestartSec') ?? '100ms') ?? 100
  set(running, { active: 'activating', sub: 'auto-restart' })
  const { since } = state
  const again = async () => {
    if (state.sub !== 'auto-restart' || state.since !== since) return
    state.restarts += 1
    says(at, unit, `${unit.name}: Scheduled restart job, restart counter is at ${state.restarts}.`)
    await startService({ ...at, effect: () => {} }, unit)
  }
  at.world.timers.at(at.world.clock.now() + wait, () => asRoot(at.world, again))
}

/** Stops a service: its own command, then a signal to what is left. */
export async function stopService(at: At, unit: UnitFile): Promise<void> {
  const state = stateOf(at.server.units, unit.name)
  const running = { at, unit, state }
  if (state.active === 'inactive' || state.active === 'failed') return
  const wasRunning = state.active === 'active'
  if (wasRunning) says(at, unit, `Stopping ${titleOf(unit)}...`)
  const settings = await settingsOf(at.server.files, unit)
  for (const text of wasRunning && !('missing' in settings) ? valuesOf(unit, 'Service', 'ExecStop') : [])
    if (!('missing' in settings)) await execute(at, unit, { text, settings })
  const { pid } = state
  set(running, { active: 'inactive', sub: 'dead', result: 'success', pid: 0 })
  await endProcess(at.world, pid)
  if (wasRunning) says(at, unit, `${unit.name}: Deactivated successfully.`)
  says(at, unit, `Stopped ${titleOf(unit)}.`)
}

/** Has a service read its configuration again, by its own command. */
export async function reloadService(at: At, unit: UnitFile): Promise<JobResult> {
  const settings = await settingsOf(at.server.files, unit)
  if ('missing' in settings) return 'resources'
  says(at, unit, `Reloading ${titleOf(unit)}...`)
  const { pid } = stateOf(at.server.units, unit.name)
  const env = { ...settings.env, MAINPID: String(pid) }
  for (const text of valuesOf(unit, 'Service', 'ExecReload')) {
    const done = await execute(at, unit, { text, settings: { ...settings, env } })
    if (done.exitCode === 0 || done.mayFail) continue
    controlEnded(at, unit, done)
    return 'exit-code'
  }
  says(at, unit, `Reloaded ${titleOf(unit)}.`)
  return 'done'
}

/** As the manager calls it: `app.service - The application`. */
export function titleOf(unit: UnitFile): string {
  const description = settingOf(unit, 'Unit', 'Description')
  return description === undefined ? unit.name : `${unit.name} - ${description}`
}

const says = ({ server, world }: At, { name }: UnitFile, message: string, priority = 6): void =>
  managerSays(server.units.journal, { world }, { unit: name, message, priority })

function set({ at, state }: Running, change: Partial<UnitState>): void {
  Object.assign(state, change, { since: at.world.clock.now() })
}

/** Five starts in ten seconds are enough, where the unit says nothing else (systemd.unit(5)). */
function isTooOften({ at, unit, state }: Running): boolean {
  const interval = spanOf(settingOf(unit, 'Unit', 'StartLimitIntervalSec', 'StartLimitInterval') ?? '10') ?? 10_000
  const burst = Number(settingOf(unit, 'Unit', 'StartLimitBurst') ?? 5)
  const now = at.world.clock.now()
  const recent = state.starts.filter((moment) => moment > now - interval)
  state.starts = [...recent, now]
  return interval > 0 && recent.length >= burst
}

function limitHit(running: Running): JobResult {
  const { at, unit, state } = running
  const result = state.result === 'success' ? 'start-limit-hit' : state.result
  set(running, { active: 'failed', sub: 'failed', result, pid: 0 })
  says(at, unit, `${unit.name}: Start request repeated too quickly.`, 4)
  says(at, unit, `${unit.name}: Failed with result '${result}'.`, 4)
  says(at, unit, `Failed to start ${titleOf(unit)}.`, 3)
  return 'start-limit-hit'
}

async function noResources(running: Running): Promise<JobResult> {
  const { at, unit } = running
  says(at, unit, `${unit.name}: Failed to load environment files: No such file or directory`, 4)
  says(at, unit, `${unit.name}: Failed to spawn 'start' task: No such file or directory`, 4)
  set(running, { active: 'failed', sub: 'failed', result: 'resources', pid: 0, ended: '' })
  says(at, unit, `${unit.name}: Failed with result 'resources'.`, 4)
  says(at, unit, `Failed to start ${titleOf(unit)}.`, 3)
  if (restarts(unit, 'resources')) await restartLater(running)
  return 'resources'
}

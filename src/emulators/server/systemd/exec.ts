import { groupsOf, readAccounts, readGroups } from '../accounts/accounts.ts'
import type { At } from '../server.ts'
import type { RunResult } from '../state.ts'
import { readCommand, type UnitCommand } from './command-line.ts'
import { managerSays, processSays } from './journal.ts'
import type { ProcessSettings } from './settings.ts'
import type { UnitFile } from './unit-file.ts'

/** How a command of a unit ended. */
export interface Executed {
  isRunning: boolean
  /** Of its process where it goes on running; else of one that is gone. */
  pid: number
  exitCode: number
  /** `status=203/EXEC`, as the manager writes it. */
  status: string
  /** Its failure is none. */
  mayFail: boolean
  /** Processes it left running. */
  left: readonly number[]
}

/** Exit statuses of the manager's own that keep a program from starting (systemd.exec(5), Process Exit Codes). */
const STEPS = { CHDIR: 200, EXEC: 203, GROUP: 216, USER: 217 } as const

/** Runs a command of a unit, as the user and in the directory it names. What it prints goes to the journal. */
export async function execute(
  at: At,
  unit: UnitFile,
  line: { text: string; settings: ProcessSettings },
): Promise<Executed> {
  const { server, world } = at
  const command = readCommand(line.text, { unit, env: line.settings.env })
  if (typeof command === 'string') throw new Error(`checked when it was loaded: ${command}`)
  world.lastPid += 1
  const pid = world.lastPid
  const obstacle = await obstacleOf(at, command, line.settings)
  if (obstacle) return refused(at, { unit, command, pid, obstacle })
  const before = new Set(world.processes.map((one) => one.pid))
  const result = await runAs(at, command, line.settings)
  const identifier = command.path.slice(command.path.lastIndexOf('/') + 1)
  const left = world.processes.map((one) => one.pid).filter((one) => !before.has(one))
  const main = result.isRunning ? (left.at(-1) ?? pid) : pid
  processSays(server.units.journal, at, { unit: unit.name, identifier, pid: main, text: result.stdout + result.stderr })
  const { isRunning, exitCode } = result
  return { isRunning, pid: main, exitCode, status: statusText(exitCode), mayFail: command.mayFail, left }
}

async function runAs({ server }: At, { path, args }: UnitCommand, settings: ProcessSettings): Promise<RunResult> {
  const groups = await groupsOf(server.files, settings.user)
  const own =
    settings.group === undefined ? groups : [settings.group, ...groups.filter((one) => one !== settings.group)]
  const accounts = await readAccounts(server.files)
  const home = accounts.find(({ name }) => name === settings.user)?.home ?? '/'
  const env = { ...(settings.user === 'root' ? {} : { HOME: home }), ...settings.env }
  return server.run([path, ...args].map(quoted).join(' '), {
    user: settings.user,
    groups: own,
    cwd: settings.directory,
    env,
  })
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

interface Obstacle {
  step: keyof typeof STEPS
  why: string
  said: string
}

/** What keeps a program from starting, in the order the manager meets it. */
async function obstacleOf(
  { server, world }: At,
  { path }: UnitCommand,
  settings: ProcessSettings,
): Promise<Obstacle | undefined> {
  const { files } = server
  const [accounts, groups] = await Promise.all([readAccounts(files), readGroups(files)])
  const isAccount = accounts.some(({ name, uid }) => name === settings.user || String(uid) === settings.user)
  if (!isAccount)
    return { step: 'USER', why: 'No such process', said: 'Failed to determine user credentials: No such process' }
  const { group } = settings
  if (group !== undefined && !groups.some(({ name, gid }) => name === group || String(gid) === group))
    return { step: 'GROUP', why: 'No such process', said: 'Failed to determine group credentials: No such process' }
  const directory = settings.directory.replace(/^-/, '')
  if (!settings.directory.startsWith('-') && !(await files.isDirectory(directory)))
    return { step: 'CHDIR', why: MISSING, said: `Changing to the requested working directory failed: ${MISSING}` }
  const program = await programObstacle({ server, world }, path, settings)
  return program === undefined
    ? undefined
    : { step: 'EXEC', why: program, said: `Unable to locate executable '${path}': ${program}` }
}

const MISSING = 'No such file or directory'

async function programObstacle(
  { server: { files } }: Pick<At, 'server' | 'world'>,
  path: string,
  { env }: ProcessSettings,
): Promise<string | undefined> {
  const places = path.startsWith('/') ? [path] : (env.PATH ?? '').split(':').map((place) => `${place}/${path}`)
  for (const place of places) {
    if (!(await files.exists(place)) || (await files.isDirectory(place))) continue
    return ((await files.mode(place)) & 0o111) === 0 ? 'Permission denied' : undefined
  }
  return MISSING
}

function refused(
  at: At,
  { unit, command, pid, obstacle }: { unit: UnitFile; command: UnitCommand; pid: number; obstacle: Obstacle },
): Executed {
  const { step, why, said } = obstacle
  const name = command.path.slice(command.path.lastIndexOf('/') + 1)
  for (const message of [said, `Failed at step ${step} spawning ${command.path}: ${why}`])
    at.server.units.journal.push({
      at: at.world.clock.now(),
      unit: unit.name,
      identifier: `(${name.slice(0, 8)})`,
      pid,
      priority: 3,
      message: `${unit.name}: ${message}`,
    })
  return {
    isRunning: false,
    pid,
    exitCode: STEPS[step],
    status: `status=${STEPS[step]}/${step}`,
    mayFail: command.mayFail,
    left: [],
  }
}

/** `status=1/FAILURE`, with the names of exit statuses the manager knows. */
export function statusText(exitCode: number): string {
  if (exitCode > 128 && exitCode < 128 + 32) return `status=${exitCode - 128}/${SIGNAL_NAMES[exitCode - 128] ?? '?'}`
  return `status=${exitCode}/${STATUS_NAMES[exitCode] ?? 'n/a'}`
}

const STATUS_NAMES: Readonly<Record<number, string>> = {
  0: 'SUCCESS',
  1: 'FAILURE',
  2: 'INVALIDARGUMENT',
  3: 'NOTIMPLEMENTED',
  4: 'NOPERMISSION',
  5: 'NOTINSTALLED',
  6: 'NOTCONFIGURED',
  7: 'NOTRUNNING',
}

export const SIGNAL_NAMES: Readonly<Record<number, string>> = {
  1: 'HUP',
  2: 'INT',
  3: 'QUIT',
  6: 'ABRT',
  9: 'KILL',
  11: 'SEGV',
  15: 'TERM',
}

/** Tells the journal how a control process of a unit ended. */
export const controlEnded = ({ server, world }: At, unit: UnitFile, { status }: Executed): void =>
  managerSays(
    server.units.journal,
    { world },
    { unit: unit.name, message: `${unit.name}: Control process exited, code=exited, ${status}`, priority: 5 },
  )

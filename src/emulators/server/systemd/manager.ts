import { type At, asRoot } from '../server.ts'
import { readCommand } from './command-line.ts'
import { isEnabled, wantedBy } from './enablement.ts'
import { managerSays } from './journal.ts'
import { type JobResult, startService, stopService, typeOf } from './service.ts'
import { findUnit, ignoredLines, settingOf, type UnitFile, unitName, valuesOf } from './unit-file.ts'
import { stateOf } from './unit-state.ts'

/** A unit as the manager finds it when it is asked for. */
export type Loaded =
  | { kind: 'loaded'; unit: UnitFile; isChanged: boolean }
  | { kind: 'masked' | 'not-found' }
  | { kind: 'bad-setting'; unit: UnitFile }

/** Loads a unit. One that is in memory stays as it was read, whatever its files say now, until the manager reloads. */
export const loadUnit = (at: At, word: string): Promise<Loaded> => asRoot(at.world, () => load(at, word))

async function load({ server, world }: At, word: string): Promise<Loaded> {
  const found = await findUnit(server.files, unitName(word))
  if (found === 'masked') return { kind: 'masked' }
  if (!found) return { kind: 'not-found' }
  const state = stateOf(server.units, found.name)
  const isKept = state.active !== 'inactive' || (await isEnabled(server.files, found.name))
  const isChanged = isKept && state.file !== undefined && state.file.text !== found.text
  const unit = isChanged && state.file ? state.file : found
  if (!isChanged && state.file?.text !== found.text)
    for (const message of ignoredLines(found))
      managerSays(server.units.journal, { world }, { unit: found.name, message, priority: 4 })
  state.file = unit
  const problems = problemsOf(unit)
  for (const message of problems)
    managerSays(server.units.journal, { world }, { unit: unit.name, message, priority: 3 })
  return problems.length > 0 ? { kind: 'bad-setting', unit } : { kind: 'loaded', unit, isChanged }
}

/** Why the manager refuses a unit it can read. */
export function problemsOf(unit: UnitFile): string[] {
  if (!unit.name.endsWith('.service')) return []
  const lines = unit.entries.filter(
    ({ section, key, value }) => section === 'Service' && /^Exec(Start|Reload|Stop)/.test(key) && value !== '',
  )
  const unread = lines.flatMap(({ value, path, line }) => {
    const command = readCommand(value, { unit, env: {} })
    return typeof command === 'string' ? [`${path}:${line}: ${command}`] : []
  })
  return [...unread, ...serviceProblems(unit, unread.length)]
}

function serviceProblems(unit: UnitFile, unread: number): string[] {
  const { name } = unit
  const type = typeOf(unit)
  const starts = valuesOf(unit, 'Service', 'ExecStart').length - unread
  const refuse = (why: string): string[] => [`${name}: ${why} Refusing.`]
  if (starts <= 0 && valuesOf(unit, 'Service', 'ExecStop').length === 0)
    return refuse('Service has no ExecStart=, ExecStop=, or SuccessAction=.')
  if (type !== 'oneshot' && starts <= 0)
    return refuse('Service has no ExecStart= setting, which is only allowed for Type=oneshot services.')
  if (type !== 'oneshot' && starts > 1)
    return refuse('Service has more than one ExecStart= setting, which is only allowed for Type=oneshot services.')
  if (type === 'oneshot' && /^(always|on-success)$/.test(settingOf(unit, 'Service', 'Restart') ?? ''))
    return refuse(
      "Service has Restart= set to either always or on-success, which isn't allowed for Type=oneshot services.",
    )
  return []
}

/** Has the manager read all units again, as `daemon-reload` does. */
export async function reloadManager({ server }: At): Promise<void> {
  for (const [name, state] of server.units.states) {
    const found = await findUnit(server.files, name)
    state.file = typeof found === 'object' ? found : undefined
  }
}

/** Starts a unit with what it needs. What runs already is left. */
export async function startUnit(at: At, unit: UnitFile): Promise<JobResult | 'dependency'> {
  const state = stateOf(at.server.units, unit.name)
  if (state.active === 'active') return 'done'
  for (const needed of [...valuesOf(unit, 'Unit', 'Requires', 'BindsTo'), ...valuesOf(unit, 'Unit', 'Wants')].flatMap(
    (value) => value.split(/\s+/),
  )) {
    const loaded = await loadUnit(at, needed)
    const isRequired = valuesOf(unit, 'Unit', 'Requires', 'BindsTo').some((value) =>
      value.split(/\s+/).includes(needed),
    )
    const result =
      loaded.kind === 'loaded' ? await startUnit(at, loaded.unit) : BUILT_IN.test(needed) ? 'done' : loaded.kind
    if (result !== 'done' && isRequired) return 'dependency'
  }
  if (!(await conditionsHold(at, unit))) return 'done'
  if (unit.name.endsWith('.service')) return startService(at, unit)
  Object.assign(state, {
    active: 'active',
    sub: SUBS[unit.name.split('.').at(-1) ?? ''] ?? 'active',
    since: at.world.clock.now(),
    file: unit,
  })
  managerSays(at.server.units.journal, at, {
    unit: unit.name,
    message: `${unit.name.endsWith('.target') ? 'Reached target' : 'Started'} ${unit.name}.`,
  })
  return 'done'
}

const SUBS: Readonly<Record<string, string>> = { timer: 'waiting', socket: 'listening', target: 'active' }

/** Units the manager has without a file of the machine's. */
const BUILT_IN = /\.(target|slice|socket|mount)$|^(network-online|nss-lookup|time-sync)/

/** `ConditionPathExists=` and its like: a unit they do not hold for is skipped, which is no failure. */
async function conditionsHold(at: At, unit: UnitFile): Promise<boolean> {
  for (const value of valuesOf(unit, 'Unit', 'ConditionPathExists')) {
    const isNot = value.startsWith('!')
    if ((await at.server.files.exists(value.replace(/^!/, ''))) !== isNot) continue
    managerSays(at.server.units.journal, at, {
      unit: unit.name,
      message: `${unit.name} was skipped because of an unmet condition check (ConditionPathExists=${value}).`,
    })
    return false
  }
  return true
}

/** Stops a unit, of whatever kind. */
export async function stopUnit(at: At, unit: UnitFile): Promise<void> {
  if (unit.name.endsWith('.service')) return stopService(at, unit)
  Object.assign(stateOf(at.server.units, unit.name), { active: 'inactive', sub: 'dead', since: at.world.clock.now() })
}

/** Starts all that is enabled, as at the end of a boot. */
export async function startEnabled(at: At): Promise<void> {
  for (const name of await wantedBy(at.server.files, [
    'multi-user.target',
    'timers.target',
    'sockets.target',
    'default.target',
  ])) {
    const loaded = await loadUnit(at, name)
    if (loaded.kind === 'loaded') await startUnit(at, loaded.unit)
  }
}

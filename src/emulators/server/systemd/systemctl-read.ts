import { type EmulatedCall, fail, NotModelled, type Output, succeed } from '../../model.ts'
import type { CommandOptions } from '../options.ts'
import type { At } from '../server.ts'
import { enablementOf } from './enablement.ts'
import { journalLine, stamp } from './journal-text.ts'
import { loadUnit } from './manager.ts'
import { propertiesOf } from './properties.ts'
import { findUnit, settingOf, type UnitFile, unitName } from './unit-file.ts'
import { type ActiveState, stateOf } from './unit-state.ts'

interface Asked {
  at: At
  call: EmulatedCall
  options: CommandOptions
}

type Reader = (asked: Asked) => Promise<Output>

/** The commands of systemctl that only tell something. */
export const readers: Readonly<Record<string, Reader>> = {
  'is-active': (asked) => eachState(asked, (state) => ({ text: state, isGood: state === 'active' })),
  'is-failed': (asked) => eachState(asked, (state) => ({ text: state, isGood: state === 'failed' })),
  'is-enabled': isEnabledCommand,
  'is-system-running': async ({ at }) => {
    const isDegraded = [...at.server.units.states.values()].some(({ active }) => active === 'failed')
    return { stdout: isDegraded ? 'degraded\n' : 'running\n', stderr: '', exitCode: isDegraded ? 1 : 0 }
  },
  status,
  show,
  cat: catUnits,
  'list-units': listUnits,
  'list-timers': async () => {
    throw new NotModelled('systemctl list-timers')
  },
  'list-unit-files': listUnitFiles,
}

/** The name a unit goes by, which that of an alias is not. */
async function realName({ server }: At, word: string): Promise<string> {
  const found = await findUnit(server.files, unitName(word))
  return typeof found === 'object' ? found.name : unitName(word)
}

/** One good unit is enough; where none exists the status is 4, and 3 where they only do not run. */
async function eachState(
  { at, options }: Asked,
  told: (state: ActiveState) => { text: string; isGood: boolean },
): Promise<Output> {
  let [text, anyGood, anyKnown] = ['', false, false]
  for (const word of options.operands) {
    anyKnown ||= (await findUnit(at.server.files, unitName(word))) !== undefined
    const one = told(stateOf(at.server.units, await realName(at, word)).active)
    text += `${one.text}\n`
    anyGood ||= one.isGood
  }
  const bad = options.command === 'is-failed' ? 1 : anyKnown ? 3 : 4
  return { stdout: options.has('quiet') ? '' : text, stderr: '', exitCode: anyGood ? 0 : bad }
}

async function isEnabledCommand({ at, options }: Asked): Promise<Output> {
  let text = ''
  let exitCode = 1
  for (const word of options.operands) {
    const found = await findUnit(at.server.files, unitName(word))
    const state = found === 'masked' ? 'masked' : found ? await enablementOf(at.server.files, found) : 'not-found'
    text += `${state}\n`
    if (state === 'enabled' || state === 'static') exitCode = 0
    else if (state === 'not-found' && exitCode !== 0) exitCode = 4
  }
  return { stdout: options.has('quiet') ? '' : text, stderr: '', exitCode }
}

async function status({ at, options }: Asked): Promise<Output> {
  if (options.operands.length === 0) throw new NotModelled('systemctl status of the whole machine')
  const texts: string[] = []
  let exitCode = 0
  for (const word of options.operands) {
    const loaded = await loadUnit(at, word)
    if (loaded.kind === 'not-found') return fail(`Unit ${unitName(word)} could not be found.\n`, 4)
    if (!('unit' in loaded)) throw new NotModelled('the status of a masked unit')
    const { active } = stateOf(at.server.units, loaded.unit.name)
    if (active !== 'active' && active !== 'activating') exitCode = 3
    texts.push(await statusText(at, loaded.unit, options))
  }
  return { stdout: texts.join('\n'), stderr: '', exitCode }
}

const DOTS: Readonly<Record<ActiveState, string>> = { active: '●', activating: '●', inactive: '○', failed: '×' }

async function statusText(at: At, unit: UnitFile, options: CommandOptions): Promise<string> {
  const { units, files } = at.server
  const state = stateOf(units, unit.name)
  const description = settingOf(unit, 'Unit', 'Description') ?? unit.name
  const process = at.world.processes.find(({ pid }) => pid === state.pid)
  const since =
    state.since > 0 && state.active !== 'inactive' ? ` since ${stamp(state.since)}; ${ago(at, state.since)}` : ''
  const sub = state.active === 'failed' ? '' : ` (${state.sub})`
  const result = state.result === 'success' ? '' : ` (Result: ${state.result})`
  const lines = [
    `${DOTS[state.active]} ${unit.name} - ${description}`,
    `     Loaded: loaded (${unit.path}; ${await enablementOf(files, unit)}; preset: enabled)`,
    ...(unit.dropIns.length > 0 ? dropInLines(unit) : []),
    `     Active: ${state.active}${sub}${result}${since}`,
    ...(state.pid > 0 ? [`   Main PID: ${state.pid} (${programOf(process?.command ?? '')})`] : []),
    ...(state.pid === 0 && state.ended !== '' ? [`    Process: (${state.ended})`] : []),
    ...(process ? [`     CGroup: /system.slice/${unit.name}`, `             └─${process.pid} ${process.command}`] : []),
  ]
  const journal = units.journal.filter((entry) => entry.unit === unit.name).slice(-Number(options.value('lines') ?? 10))
  const log = journal.map((entry) => `${journalLine(entry, at.world.host.name)}\n`).join('')
  return `${lines.join('\n')}\n${log === '' ? '' : `\n${log}`}`
}

const dropInLines = ({ dropIns }: UnitFile): string[] => {
  const directory = dropIns[0]?.slice(0, dropIns[0].lastIndexOf('/')) ?? ''
  return [
    `    Drop-In: ${directory}`,
    `             └─${dropIns.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(', ')}`,
  ]
}

const programOf = (command: string): string => (command.split(' ')[0] ?? '').split('/').at(-1)?.replace(/:$/, '') ?? ''

function ago({ world }: At, since: number): string {
  const seconds = Math.floor((world.clock.now() - since) / 1000)
  if (seconds < 60) return `${seconds}s ago`
  return seconds < 3600 ? `${Math.floor(seconds / 60)}min ago` : `${Math.floor(seconds / 3600)}h ago`
}

async function show({ at, options }: Asked): Promise<Output> {
  const [word] = options.operands
  const wanted = [...options.values('property'), ...options.values('P')].flatMap((value) => value.split(','))
  if (wanted.length === 0) throw new NotModelled('systemctl show without --property')
  const isValue = options.has('value', 'P')
  if (word === undefined) return succeed(linesOf(ofManager(at), wanted, isValue))
  const texts: string[] = []
  for (const operand of options.operands) {
    texts.push(linesOf(await propertiesOf(at, unitName(operand)), wanted, isValue))
  }
  return succeed(texts.join('\n'))
}

function linesOf(known: Readonly<Record<string, string>>, wanted: readonly string[], isValue: boolean): string {
  const lines = wanted.map((name) => {
    const value = known[name]
    if (value === undefined) throw new NotModelled(`the property ${name} of systemctl show`)
    return `${isValue ? value : `${name}=${value}`}\n`
  })
  return lines.join('')
}

/** Of the manager itself: when the machine came up. */
const ofManager = ({ server }: At): Readonly<Record<string, string>> => ({
  UserspaceTimestamp: stamp(server.units.bootedAt),
  Version: '257.9-1~deb13u1',
})

async function catUnits({ at, options }: Asked): Promise<Output> {
  const texts: string[] = []
  for (const word of options.operands) {
    const found = await findUnit(at.server.files, unitName(word))
    if (typeof found !== 'object') return fail(`No files found for ${unitName(word)}.\n`)
    for (const path of [found.path, ...found.dropIns]) texts.push(`# ${path}\n${await at.server.files.read(path)}`)
  }
  return succeed(texts.join('\n'))
}

async function listUnits({ at, options }: Asked): Promise<Output> {
  if (!options.has('no-legend') || !options.has('plain'))
    throw new NotModelled('systemctl list-units without --no-legend --plain')
  const type = options.value('type')
  const wanted = options.value('state')?.split(',')
  const rows: string[] = []
  for (const [name, state] of [...at.server.units.states].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (!state.file || (type !== undefined && !name.endsWith(`.${type}`))) continue
    const isShown = wanted
      ? wanted.some((one) => one === state.active || one === state.sub)
      : state.active !== 'inactive' || options.has('all')
    if (isShown)
      rows.push(`${name} loaded ${state.active} ${state.sub} ${settingOf(state.file, 'Unit', 'Description') ?? name}\n`)
  }
  return succeed(rows.join(''))
}

async function listUnitFiles({ at, options }: Asked): Promise<Output> {
  const [word, ...more] = options.operands
  if (word === undefined || more.length > 0 || /[*?[]/.test(word) || !options.has('no-legend'))
    throw new NotModelled('systemctl list-unit-files but of one unit, with --no-legend')
  const found = await findUnit(at.server.files, unitName(word))
  if (typeof found !== 'object') return fail('')
  return succeed(`${found.name} ${await enablementOf(at.server.files, found)} enabled\n`)
}

import { Blocked, type Emulator, fail, NotModelled, succeed } from '../../model.ts'
import { type CommandOptions, isRefused, readOptions } from '../options.ts'
import { type At, serverAt } from '../server.ts'
import { isoLine, journalLine, jsonLine } from './journal-text.ts'
import { findUnit, spanOf, unitName } from './unit-file.ts'
import type { JournalEntry } from './unit-state.ts'

const MODELLED =
  'unit u lines n no-pager output o since S until U boot b priority p reverse r quiet q grep g identifier t pager-end catalog x follow f sync flush rotate no-hostname full all'

/** `journalctl`: what the manager and the programs of units have written. */
export const journalctl: Emulator = async (call) => {
  const at = serverAt(call, 'journalctl')
  const options = await readOptions('journalctl', call.args, { modelled: MODELLED })
  if (isRefused(options)) return options
  if (options.has('sync', 'flush', 'rotate')) return succeed()
  if (options.operands.length > 0) throw new NotModelled(`journalctl ${call.args.join(' ')}`)
  if (!MAY_READ.some((group) => at.world.host.groups.includes(group)) && at.world.host.user !== 'root')
    return fail(NO_PERMISSION)
  const found = await entriesOf(at, options)
  if (typeof found === 'string') return fail(found)
  const shown = options.has('reverse') ? [...found].reverse() : found
  const write = FORMATS[options.value('output') ?? 'short']
  if (!write) throw new NotModelled(`journalctl --output=${options.value('output')}`)
  const text = shown.map((entry) => `${write(entry, at.world.host.name)}\n`).join('')
  if (options.has('follow')) throw new Blocked('journalctl --follow', { stdout: text })
  return succeed(text === '' && !options.has('quiet') ? '-- No entries --\n' : text)
}

const MAY_READ = ['adm', 'systemd-journal']

const NO_PERMISSION = `Hint: You are currently not seeing messages from other users and the system.
      Users in groups 'adm', 'systemd-journal' can see all messages.
      Pass -q to turn off this notice.
No journal files were opened due to insufficient permissions.
`

const FORMATS: Readonly<Record<string, (entry: JournalEntry, host: string) => string>> = {
  short: journalLine,
  'short-iso': isoLine,
  cat: ({ message }) => message,
  json: jsonLine,
}

async function entriesOf(at: At, options: CommandOptions): Promise<JournalEntry[] | string> {
  const { units, files } = at.server
  const words = options.values('unit')
  const names = await Promise.all(
    words.map((word) =>
      findUnit(files, unitName(word)).then((found) => (typeof found === 'object' ? found.name : unitName(word))),
    ),
  )
  const [since, until] = [options.value('since'), options.value('until')].map((text) =>
    text === undefined ? undefined : momentOf(text, at.world.clock.now()),
  )
  const priority = priorityOf(options.value('priority'))
  if (priority === undefined) return `Unknown log level ${options.value('priority')}\n`
  const pattern = options.value('grep')
  const form = pattern === undefined ? undefined : new RegExp(pattern, pattern === pattern.toLowerCase() ? 'i' : '')
  const tag = options.value('identifier')
  const found = units.journal.filter(
    (entry) =>
      (names.length === 0 || names.includes(entry.unit)) &&
      (since === undefined || entry.at >= since) &&
      (until === undefined || entry.at <= until) &&
      (!options.has('boot') || entry.at >= units.bootedAt) &&
      (tag === undefined || entry.identifier === tag) &&
      entry.priority <= priority &&
      (form?.test(entry.message) ?? true),
  )
  const lines = options.value('lines') ?? (options.has('lines') || options.has('follow') ? '10' : 'all')
  return lines === 'all' ? found : found.slice(-Number(lines.replace(/^\+/, '')))
}

const LEVELS = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug']

function priorityOf(text = 'debug'): number | undefined {
  const level = /^\d$/.test(text) ? Number(text) : LEVELS.indexOf(text)
  if (text.includes('..')) throw new NotModelled('a range of priorities of journalctl')
  return level < 0 || level > 7 ? undefined : level
}

/** `2026-11-29 01:08:00`, `-5min`, `5 minutes ago`, `today` (systemd.time(7)). */
function momentOf(text: string, now: number): number {
  const span = spanOf(text.replace(/^-|\s*ago$/g, '').trim())
  if (/^-|ago$/.test(text) && span !== undefined) return now - span
  if (text === 'now') return now
  const midnight = now - (now % 86_400_000)
  if (text === 'today') return midnight
  if (text === 'yesterday') return midnight - 86_400_000
  if (/^@\d+/.test(text)) return Number(text.slice(1)) * 1000
  const moment = Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text)
  if (Number.isNaN(moment)) throw new NotModelled(`the moment ${text}`)
  return moment
}

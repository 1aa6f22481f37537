import type { Finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { keysOf, SECTION_NAMES } from '#formats/systemd/catalogue.ts'
import { parseUnit, type Unit, type UnitEntry } from '#formats/systemd/parse.ts'
import { ask } from '../../page/call.ts'
import type { Around, FormatCheck } from '../../rule.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'
import { fileSystemdInstall } from './install.ts'
import { fileSystemdKey } from './key.ts'
import { fileSystemdPath } from './path.ts'
import { fileSystemdProgram } from './program.ts'
import { fileSystemdSection } from './section.ts'
import { fileSystemdShell } from './shell.ts'
import { fileSystemdStart } from './start.ts'
import { fileSystemdValue } from './value.ts'
import { fileSystemdVariable } from './variable.ts'

/** A systemd unit: sections and keys systemd has, commands it can start, and the page's `systemctl enable`. */
export const systemd: FormatCheck = (file, around) => {
  const unit = parseUnit(file.text)
  return [
    ...unit.problems.map(({ start, end, reason }) =>
      fileSyntax.at(file.at(start, end), { file: nameOf(file), format: 'systemd', reason: REASONS[reason] }),
    ),
    ...sectionFindings(file, unit),
    ...unit.entries.flatMap((entry) => [
      ...keyFindings(file, entry),
      ...commandFindings(file, entry),
      ...valueFindings(file, entry),
    ]),
    ...serviceFindings(file, unit),
    ...enableFindings(file, unit, around),
  ]
}

const REASONS = { 'no-equals': 'no = in this line', 'no-section': 'no [Section] before this line' } as const

/** Sections of units that are read by other programs than the manager. */
const OTHERS = ['Match', 'Network', 'Link', 'NetDev', 'Address', 'Route']

function sectionFindings(file: PageFile, { sections }: Unit): Finding[] {
  return sections
    .filter(({ name }) => !SECTION_NAMES.includes(name) && !name.startsWith('X-') && !OTHERS.includes(name))
    .map(({ name, start, end }) => {
      const suggestion = suggest(name, SECTION_NAMES)
      return fileSystemdSection.at(file.at(start, end), { found: name, suggestion })
    })
}

function keyFindings(file: PageFile, { section, key, start }: UnitEntry): Finding[] {
  const known = keysOf(section)
  if (!known || known.includes(key) || key.startsWith('X-')) return []
  const elsewhere = SECTION_NAMES.find((name) => keysOf(name)?.includes(key))
  const suggestion = elsewhere ? `[${elsewhere}] ${key}` : suggest(key, known)
  return [fileSystemdKey.at(file.at(start, start + key.length), { section, found: key, suggestion })]
}

/** systemd starts no shell: a command is a program, by its absolute path or by a name of systemd's own search path. */
function commandFindings(file: PageFile, { key, value, valueStart }: UnitEntry): Finding[] {
  if (!/^Exec(Start|Stop|Reload|Condition)(Pre|Post)?$/.test(key) || value === '') return []
  const [prefix = ''] = /^[-@:+!|]*/.exec(value) ?? []
  const program = /^"([^"]*)"|^\S+/.exec(value.slice(prefix.length))?.[0] ?? ''
  const bare = program.replaceAll('"', '')
  const start = valueStart + prefix.length
  if (bare.includes('/') ? !/^(\/|%|\$)/.test(bare) : bare === '')
    return [fileSystemdProgram.at(file.at(start, start + program.length), { found: bare, key })]
  const shell = /\bsh$|^env$/.test(bare) ? undefined : /(?:^|\s)(\|\|?|&&|>>?|<|;;)(?=\s|$)/.exec(value)
  if (!shell) return []
  const found = shell[1] as string
  const at = file.text.indexOf(found, valueStart)
  return [fileSystemdShell.at(file.at(at, at + found.length), { found, key })]
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  Type: ['simple', 'exec', 'forking', 'oneshot', 'dbus', 'notify', 'notify-reload', 'idle'],
  Restart: ['no', 'on-success', 'on-failure', 'on-abnormal', 'on-watchdog', 'on-abort', 'always'],
  KillMode: ['control-group', 'mixed', 'process', 'none'],
}

function valueFindings(file: PageFile, { section, key, value, valueStart, end }: UnitEntry): Finding[] {
  const expected = section === 'Service' && Object.hasOwn(VALUES, key) ? VALUES[key] : undefined
  if (expected && value !== '' && !expected.includes(value)) {
    const data = { key, found: value, expected: expected.join(', '), suggestion: suggest(value, expected) }
    return [fileSystemdValue.at(file.at(valueStart, end), data)]
  }
  const variable =
    key === 'Environment' ? /(?<!\$)\$(?:\{[A-Za-z_]\w*\}|(?:HOME|PATH|USER|PWD)\b)/.exec(value) : undefined
  if (variable) {
    const at = file.text.indexOf(variable[0], valueStart)
    return [fileSystemdVariable.at(file.at(at, at + variable[0].length), { found: variable[0], key })]
  }
  const path = key === 'Environment' ? /(?:^|[\s"'])PATH=([^"'\s]*)/.exec(value)?.[1] : undefined
  if (path === undefined || path.split(':').some((folder) => folder === '/usr/bin' || folder === '/bin')) return []
  return [fileSystemdPath.at(file.at(valueStart, end), { found: path })]
}

/** A service that starts nothing, or an absolute-path rule broken by EnvironmentFile or WorkingDirectory. */
function serviceFindings(file: PageFile, { sections, entries }: Unit): Finding[] {
  const service = sections.find(({ name }) => name === 'Service')
  const starts = entries.some(({ key }) => key === 'ExecStart' || key === 'ExecStop' || key === 'SuccessAction')
  const idle = service && file.whole && !/\.d\//.test(file.path ?? '') && !starts
  const missing = idle ? [fileSystemdStart.at(file.at(service.start, service.end), { file: nameOf(file) })] : []
  const relative = entries.filter(({ key, value }) => PATHS.has(key) && value !== '' && !/^[-~+!]*[/%~]/.test(value))
  return [
    ...missing,
    ...relative.map(({ key, value, valueStart, end }) =>
      fileSystemdProgram.at(file.at(valueStart, end), { found: value, key }),
    ),
  ]
}

const PATHS = new Set(['EnvironmentFile', 'WorkingDirectory', 'RootDirectory', 'PIDFile'])

/** `systemctl enable` of a unit nothing wants does nothing at the next start. */
function enableFindings(file: PageFile, { entries }: Unit, { facts }: Around): Finding[] {
  const name = file.path?.slice(file.path.lastIndexOf('/') + 1)
  if (!name || entries.some(({ section }) => section === 'Install')) return []
  const unit = name.replace(/\.service$/, '')
  const enables = facts.calls.some((call) =>
    ask(call, 'enablesUnits')?.some(({ text }) => text === unit || text === name),
  )
  return enables ? [fileSystemdInstall.at(file.at(0), { name })] : []
}

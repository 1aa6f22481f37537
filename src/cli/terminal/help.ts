import type { Locale, Localized } from '#schema/locale.ts'
import { type Option, type OptionTable, takesValue } from './option-table.ts'

/** A command as its help describes it. */
export interface Command<Table extends OptionTable = OptionTable> {
  /** How it is called, and what it does. */
  usage: Localized
  options: Table
  /** What else there is to know. */
  notes?: Localized
}

/** What `--help` prints of a command. */
export function renderHelp({ usage, options, notes }: Command, locale: Locale): string {
  const parts = [usage[locale], `${OPTIONS[locale]}\n${optionList(options, locale)}`, notes?.[locale]]
  return parts.filter((part) => part !== undefined).join('\n\n')
}

const OPTIONS = { es: 'Opciones:', en: 'Options:' }

/** Names further to the right than this have their words on the next line. */
const COLUMN = 30
const WIDTH = 112

function optionList(options: OptionTable, locale: Locale): string {
  return Object.entries(options)
    .map(([name, option]) => optionLines(typed(name, option, locale), described(option, locale)))
    .join('\n')
}

function optionLines(name: string, words: string): string {
  const [first = '', ...rest] = wrapped(words, WIDTH - COLUMN)
  const margin = ' '.repeat(COLUMN)
  const head = `  ${name}`
  const start = head.length < COLUMN - 1 ? `${head.padEnd(COLUMN)}${first}` : `${head}\n${margin}${first}`
  return [start, ...rest.map((line) => margin + line)].join('\n')
}

/** `-v, --verbose`, `--report text|json[=FILE]`. */
function typed(name: string, option: Option, locale: Locale): string {
  const value = option.choices?.names.join('|') ?? option.value?.[locale] ?? ''
  const file = option.file ? `[=${FILE[locale]}]` : ''
  const given = !takesValue(option) ? '' : option.optional ? `[=${value}]` : ` ${value}${file}`
  return `${option.short ? `-${option.short}, ` : ''}--${name}${given}`
}

const FILE = { es: 'ARCHIVO', en: 'FILE' }

/** What an option does, whether it can be repeated, and the only kind of run that has it. */
function described({ words, repeatable, runs }: Option, locale: Locale): string {
  const kinds = runs?.map((kind) => KINDS[kind][locale]) ?? []
  const more = [...(repeatable ? [REPEATABLE[locale]] : []), ...kinds]
  return `${words[locale]}${more.length > 0 ? ` (${more.join('; ')})` : ''}`
}

const REPEATABLE = { es: 'se repite', en: 'repeatable' }

const KINDS = {
  list: { es: 'sin id', en: 'without an id' },
  plan: { es: 'plan', en: 'plan' },
  'dry-run': { es: 'ensayo', en: 'dry run' },
  live: { es: 'ejecución real', en: 'live run' },
} as const

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length > width && line !== '') lines.push(line)
    line = longer.length > width && line !== '' ? word : longer
  }
  return [...lines, line]
}

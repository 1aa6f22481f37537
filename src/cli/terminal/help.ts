import { wrapWords } from '#report/wrap.ts'
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

/** What `--help` prints of a command, where there are so many columns. */
export function renderHelp({ usage, options, notes }: Command, locale: Locale, columns: number = WIDTH): string {
  const width = Math.min(columns, WIDTH)
  const list = Object.entries(options).map(([name, option]) =>
    optionLines(typed(name, option, locale), described(option, locale), width),
  )
  const parts = [fitted(usage[locale], width), `${OPTIONS[locale]}\n${list.join('\n')}`]
  return [...parts, ...(notes ? [fitted(notes[locale], width)] : [])].join('\n\n')
}

const OPTIONS = { es: 'Opciones:', en: 'Options:' }

/** Names further to the right than this have their words on the next line. */
const COLUMN = 30
const NARROW = 8
const WIDTH = 112

/** Lines no wider than this: of a longer one what stands further to the right goes below. */
function fitted(text: string, width: number): string {
  if (width >= WIDTH) return text
  return text
    .split('\n')
    .flatMap((line) => (line.length <= width ? line : below(line, width)))
    .join('\n')
}

function below(line: string, width: number): string[] {
  const [, margin = '', first = '', rest = ''] = /^( *)(.*?)(?: {2,}(.*))?$/.exec(line) ?? []
  const indent = `${margin}    `
  const lines = wrapWords(first.split(' '), { width: width - margin.length, indent: '    ' }).map((one) => margin + one)
  if (rest === '') return lines
  return [
    ...lines,
    ...wrapWords(rest.split(/ +/), { width: width - indent.length, indent: '' }).map((one) => indent + one),
  ]
}

function optionLines(name: string, words: string, width: number): string {
  const column = width < WIDTH ? NARROW : COLUMN
  const [first = '', ...rest] = wrapWords(words.split(' '), { width: width - column, indent: '' })
  const margin = ' '.repeat(column)
  const head = `  ${name}`
  const start = head.length < column - 1 ? `${head.padEnd(column)}${first}` : `${head}\n${margin}${first}`
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

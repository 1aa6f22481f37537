import { type ParseArgsConfig, parseArgs } from 'node:util'
import { EXIT, StopError } from '#finding/error.ts'
import { nearest } from '#knowledge/nearest.ts'
import type { Localized } from '#schema/locale.ts'
import { type Command, renderHelp } from './help.ts'
import { type Choices, type Option, type OptionTable, takesValue } from './option-table.ts'
import { refuseEaten } from './swallowed-flags.ts'
import type { Terminal } from './terminal.ts'

/** What was given for each option of a table: a switch is true, a value a string, a repeatable one a list. */
export type Values<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends { repeatable: true }
    ? readonly string[]
    : Table[Name] extends { file: true }
      ? string | undefined
      : Table[Name] extends { choices: { names: readonly (infer Choice)[] } }
        ? Choice | undefined
        : Table[Name] extends { value: Localized }
          ? string | undefined
          : boolean
}

export interface ParsedOptions<Table extends OptionTable> {
  values: Values<Table>
  positionals: readonly string[]
}

/** What a command line asks of a command; undefined once its help was asked for, and is on the terminal. Stops as `parseOptions` does. */
export function readCommandLine<Table extends OptionTable & { help: Option }>(
  command: Command<Table>,
  { args, out, locale }: Terminal,
): ParsedOptions<Table> | undefined {
  const parsed = parseOptions(args, command.options)
  if (!parsed.values.help) return parsed
  out.write(`${renderHelp(command, locale, out.paint.width)}\n`)
  return undefined
}

/** Parses a command line. Stops, with the nearest known option, for one that is not there, lacks its value or has none such, and for one npm kept. */
export function parseOptions<Table extends OptionTable>(args: readonly string[], table: Table): ParsedOptions<Table> {
  const options: OptionTable = table
  const { tokens, values, positionals } = parseArgs({
    args: args.map((arg) => (isBareOptional(arg, options) ? `${arg}=` : arg)),
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, configOf(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) if (token.kind === 'option') refuseMisuse(token, options)
  refuseEaten(options, new Set(Object.keys(values)), { args, environment: process.env })
  const given = Object.entries(options).map(([name, option]) => [name, givenFor(values[name], option)])
  return { values: Object.fromEntries(given) as Values<Table>, positionals }
}

/** The choice a text names. Stops for one there is not. */
export function choiceOf<Name extends string>(
  text: string,
  { names, what }: Omit<Choices, 'names'> & { names: readonly Name[] },
): Name {
  const known = names.find((name) => name === text)
  if (known !== undefined) return known
  throw usageError(
    { es: `No existe ${what.es} «${text}».`, en: `There is no ${what.en} "${text}".` },
    { es: `Usa uno de: ${names.join(', ')}.`, en: `Use one of: ${names.join(', ')}.` },
  )
}

type Config = NonNullable<ParseArgsConfig['options']>[string]
type Token = Extract<NonNullable<ReturnType<typeof parseArgs>['tokens']>[number], { kind: 'option' }>
type Given = ReturnType<typeof parseArgs>['values'][string]

const configOf = (option: Option): Config => ({
  type: takesValue(option) ? 'string' : 'boolean',
  ...(option.short !== undefined && { short: option.short }),
  ...(option.repeatable && { multiple: true }),
})

const isBareOptional = (arg: string, options: OptionTable) =>
  arg.startsWith('--') && optionNamed(arg.slice(2), options)?.optional === true

function refuseMisuse({ name, rawName, value, inlineValue }: Token, options: OptionTable): void {
  const option = optionNamed(name, options)
  if (!option) throw unknownOption(rawName, Object.keys(options))
  const takes = takesValue(option)
  if (takes && (value === undefined || isOption(value, inlineValue))) throw missingValue(rawName)
  if (!takes && value !== undefined) throw unwantedValue(rawName)
  if (option.choices) choiceOf(option.file ? (value?.split('=')[0] ?? '') : (value ?? ''), option.choices)
}

/** What every object has, `constructor` for one, is no option. */
const optionNamed = (name: string, options: OptionTable) => (Object.hasOwn(options, name) ? options[name] : undefined)

/** `--region --only x`: the next option is not a value, unless it is written with `=`. */
const isOption = (value: string, inline: boolean | undefined) => inline !== true && value.startsWith('--')

function givenFor(given: Given, option: Option): string | boolean | readonly string[] | undefined {
  if (option.repeatable) return Array.isArray(given) ? given.filter((one) => typeof one === 'string') : []
  if (takesValue(option)) return typeof given === 'string' ? given : undefined
  return given === true
}

/** Wrong usage: what is wrong, and what to type. */
export function usageError(text: Localized, hint: Localized = HELP): StopError {
  return new StopError(EXIT.usage, text, { hint })
}

const HELP: Localized = { es: 'Mira las opciones con --help.', en: 'See the options with --help.' }

function unknownOption(name: string, known: readonly string[]): StopError {
  const meant = nearest(name.replace(/^-+/, ''), known)
  const hint = meant && { es: `¿Querías decir --${meant}?`, en: `Did you mean --${meant}?` }
  return usageError({ es: `No existe la opción ${name}.`, en: `There is no option ${name}.` }, hint || HELP)
}

const missingValue = (name: string) =>
  usageError({ es: `La opción ${name} necesita un valor.`, en: `The option ${name} needs a value.` })

const unwantedValue = (name: string) =>
  usageError({ es: `La opción ${name} no lleva valor.`, en: `The option ${name} takes no value.` })

import { type ParseArgsConfig, parseArgs } from 'node:util'
import { EXIT, StopError } from '#finding/error.ts'
import { nearest } from '#knowledge/nearest.ts'
import type { Localized } from '#schema/locale.ts'
import { refuseEaten } from './eaten-flags.ts'

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

/** What was given: a switch is true, a value a string, a repeatable value a list. */
export interface ParsedOptions {
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  positionals: readonly string[]
}

/** Parses a command line. Stops, with the nearest known option, for one that is not there or lacks its value, and for one npm kept. */
export function parseOptions(args: readonly string[], options: OptionsConfig): ParsedOptions {
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = options[token.name]
    if (!option) throw unknownOption(token.rawName, Object.keys(options))
    if (option.type === 'string' && (token.value === undefined || isOption(token.value, token.inlineValue))) {
      throw missingValue(token.rawName)
    }
    if (option.type === 'boolean' && token.value !== undefined) throw unwantedValue(token.rawName)
  }
  refuseEaten(options, new Set(Object.keys(values)), { args, environment: process.env })
  return { values, positionals }
}

/** `--region --only x`: the next option is not a value, unless it is written with `=`. */
const isOption = (value: string, inline: boolean | undefined) => inline !== true && value.startsWith('--')

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

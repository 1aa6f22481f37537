import type { Grammar, ValueKind } from './model.ts'
import type { Problem } from './problem.ts'
import type { FlagUse, Reading } from './reading.ts'

/** Finds values that are not of their flag's kind or not among its choices. Unknown values are never at fault. */
export const checkValues = (grammar: Grammar, reading: Reading): Problem[] =>
  reading.flags.flatMap((use) => (use.value === undefined ? [] : checkValue(grammar, use, use.value)))

const checkValue = (grammar: Grammar, use: FlagUse, value: string): Problem[] => {
  const { choices, value: expected } = use.flag
  const place = { index: use.index, flag: use.name, value }
  if (choices !== undefined && !choices.includes(value)) return [{ kind: 'bad-choice', ...place, choices }]
  if (expected === undefined || isOfKind(grammar, expected, value)) return []
  return [{ kind: 'bad-value', ...place, expected }]
}

const isOfKind = (grammar: Grammar, kind: ValueKind, value: string): boolean => {
  if (kind === 'integer') return /^[+-]?\d+$/.test(value)
  if (kind === 'number') return value.trim() !== '' && Number.isFinite(Number(value))
  if (grammar.syntax !== 'gcloud') return true
  if (kind === 'duration') return DURATION.test(value)
  if (kind === 'size') return /^\d+(\.\d+)?\s*([kmgtp]i?b?|b)?$/i.test(value)
  return kind !== 'map' || splitList(value).every((item) => item.includes('='))
}

// gcloud's Duration: `600`, `600s`, `1h30m`, ISO 8601 `PT10M`.
const DURATION =
  /^(P(?=.)[\dDTHMS.]+|\d+(\.\d+)?|(\d+(\.\d+)?\s*(ms|[smhdw]|seconds?|minutes?|hours?|days?|weeks?)\s*)+)$/i

/** Splits a gcloud list: by commas, or by what `^x^` at its start names (`gcloud topic escaping`). */
export const splitList = (text: string): string[] => {
  const custom = /^\^([^^]+)\^/.exec(text)
  const [body, separator] = custom ? [text.slice(custom[0].length), custom[1] as string] : [text, ',']
  return body === '' ? [] : body.split(separator)
}

/** Reads a gcloud map, `A=1,B=2`. The value is all that follows the first `=`. */
export const splitMap = (text: string): [string, string][] =>
  splitList(text).map((item) => {
    const equals = item.indexOf('=')
    return equals < 0 ? [item, ''] : [item.slice(0, equals), item.slice(equals + 1)]
  })

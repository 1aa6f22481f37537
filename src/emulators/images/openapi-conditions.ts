import { exampleValue } from './example-value.ts'
import { type Asked, requestValue } from './openapi-request.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Whether what a document says under a condition holds: `x-when: { expression: value }`, where `true` is any that is there
 * and `false` is none; `x-matches: { expression: pattern }`, a regular expression; `x-unless`, where one of its values is
 * another. Undefined where there is no condition.
 */
export function conditionHolds(one: Json, at: Asked & { env: Readonly<Record<string, string>> }): boolean | undefined {
  const equal = ([expression, wanted]: [string, unknown]): boolean => {
    const value = requestValue(expression, at)
    if (typeof wanted === 'boolean') return (value !== undefined) === wanted
    return value === exampleValue(String(wanted), at.env)
  }
  const alike = ([expression, pattern]: [string, unknown]): boolean =>
    new RegExp(String(pattern), 's').test(textOf(requestValue(expression, at)))
  if ('x-unless' in one) return !entries(one['x-unless']).every(equal)
  if (!('x-when' in one || 'x-matches' in one)) return undefined
  return entries(one['x-when']).every(equal) && entries(one['x-matches']).every(alike)
}

const entries = (value: unknown): [string, unknown][] => Object.entries((value ?? {}) as Json)

/** A value as a pattern sees it: a byte is the character of its number. */
export const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? String.fromCharCode(...value) : String(value ?? '')

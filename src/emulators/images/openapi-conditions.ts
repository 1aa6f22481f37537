import type { Circuits } from './circuits.ts'
import { exampleValue } from './example-value.ts'
import type { Memory } from './memory.ts'
import type { Json } from './openapi-document.ts'
import { type Asked, requestValue, textOf, withRequest } from './openapi-request.ts'

/** Who is asked: its variables, for how long it has been up, and what it remembers. */
type Conditioned = Asked & {
  env: Readonly<Record<string, string>>
  upMs: number
  memory?: Pick<Memory, 'isAway' | 'get'>
  circuits?: Pick<Circuits, 'state'>
}

/**
 * Whether what a document says under a condition holds: `x-when: { expression: value }`, where `true` is any that is there
 * and `false` is none, `$memory` being what the app remembers; `x-matches: { expression: pattern }`, a regular expression of one that is there; `x-unless`, where
 * one of its values is another; `x-until: seconds` since the start; all that it has, and one of `x-any: [conditions]`. Undefined where there is no condition.
 * Besides those of the request there are `$env/NAME`, a variable that is not empty, `$counted/name`, and `$circuit/name`, the state of a circuit.
 */
export function conditionHolds(one: Json, at: Conditioned): boolean | undefined {
  const equal = ([expression, wanted]: [string, unknown]): boolean => {
    if (expression === '$memory') return wanted === (at.memory?.isAway !== true)
    const value = valueAt(expression, at)
    if (typeof wanted === 'boolean') return (value !== undefined) === wanted
    return value === withRequest(String(exampleValue(String(wanted), at.env)), at)
  }
  const alike = ([expression, pattern]: [string, unknown]): boolean => {
    const value = valueAt(expression, at)
    return value !== undefined && new RegExp(String(pattern), 's').test(textOf(value))
  }
  if (!KEYS.some((key) => key in one)) return undefined
  if ('x-until' in one && at.upMs >= 1000 * Number(exampleValue(String(one['x-until']), at.env))) return false
  if ('x-unless' in one && entries(one['x-unless']).every(equal)) return false
  if ('x-any' in one && !(one['x-any'] as Json[]).some((each) => conditionHolds(each, at))) return false
  return entries(one['x-when']).every(equal) && entries(one['x-matches']).every(alike)
}

function valueAt(expression: string, at: Conditioned): unknown {
  const [, kind, name = ''] = /^\$(env|counted|circuit)\/(.+)$/.exec(expression) ?? []
  if (kind === 'env') return at.env[name] || undefined
  if (kind === 'counted') return at.memory?.get(name)
  return kind === 'circuit' ? at.circuits?.state(name) : requestValue(expression, at)
}

const KEYS = ['x-when', 'x-matches', 'x-unless', 'x-until', 'x-any']
const entries = (value: unknown): [string, unknown][] => Object.entries((value ?? {}) as Json)

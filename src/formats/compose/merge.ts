import { isMapping, type Mapping, record } from '../yaml/value.ts'
import { pairsOf } from './model.ts'

/** Compose files laid over each other, in their order, as one (docs.docker.com/reference/compose-file/merge/). */
export const mergeFiles = (files: readonly unknown[]): Mapping =>
  record(files.reduce((base, over) => merged(base, over, ''), {}))

/** Keys whose list a later file replaces; other lists it adds to. */
const REPLACED = new Set(['command', 'entrypoint', 'test'])
/** Keys that may be a mapping or a list of `NAME=value`, and merge name by name. */
const NAMED = new Set(['environment', 'labels', 'args', 'annotations', 'sysctls'])

function merged(base: unknown, over: unknown, key: string): unknown {
  if (over === undefined || over === null) return base
  if (NAMED.has(key) && base !== undefined) return { ...asNamed(base), ...asNamed(over) }
  if (Array.isArray(base) && Array.isArray(over) && !REPLACED.has(key))
    return [...base, ...over.filter((one) => !base.some((known) => JSON.stringify(known) === JSON.stringify(one)))]
  if (!isMapping(base) || !isMapping(over)) return over
  const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])]
  return Object.fromEntries(keys.map((name) => [name, merged(base[name], over[name], name)]))
}

/** A bare name keeps no value of its own: the caller's is taken. */
const asNamed = (value: unknown): Mapping =>
  Object.fromEntries(pairsOf(value).map(([name, given]) => [name, given ?? null]))

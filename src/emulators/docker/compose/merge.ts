import { isMapping } from './schema.ts'

type Json = Readonly<Record<string, unknown>>

/** Keys whose list a later file replaces; other lists it adds to. */
const REPLACED = new Set(['command', 'entrypoint', 'test'])
/** Keys that may be a mapping or a list of `NAME=value`, and merge name by name. */
const NAMED = new Set(['environment', 'labels', 'args', 'annotations', 'sysctls'])

/** A Compose file with a later one over it (docs.docker.com/reference/compose-file/merge/). */
export function mergeFiles(base: unknown, over: unknown, key = ''): unknown {
  if (over === undefined || over === null) return base
  if (NAMED.has(key) && base !== undefined) return { ...asNamed(base), ...asNamed(over) }
  if (Array.isArray(base) && Array.isArray(over) && !REPLACED.has(key))
    return [...base, ...over.filter((one) => !base.some((known) => JSON.stringify(known) === JSON.stringify(one)))]
  if (!isMapping(base) || !isMapping(over)) return over
  const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])]
  return Object.fromEntries(keys.map((name) => [name, mergeFiles(base[name], over[name], name)]))
}

/** A bare name keeps no value of its own: the caller's is taken. */
function asNamed(value: unknown): Json {
  if (isMapping(value)) return value
  const entries = (Array.isArray(value) ? value : []).map((item): [string, unknown] => {
    const [name = '', given] = String(item).split(/=(.*)/s)
    return [name, given ?? null]
  })
  return Object.fromEntries(entries)
}

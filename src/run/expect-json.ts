/** Where found JSON lacks something expected JSON has. */
export interface JsonDifference {
  path: readonly (string | number)[]
  expected: string
  found: string
}

/** Undefined when `expected` is a subset of `found`: listed keys of objects, arrays element by element, `[..]` in strings. */
export function jsonDifference(
  expected: unknown,
  found: unknown,
  path: readonly (string | number)[] = [],
): JsonDifference | undefined {
  if (typeof expected === 'string' && typeof found === 'string' && matchesText(expected, found)) return undefined
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return firstDifference(expected.entries(), (index) => found[index], path)
  }
  if (isObject(expected) && isObject(found)) return firstDifference(Object.entries(expected), (key) => found[key], path)
  if (Object.is(expected, found)) return undefined
  return { path, expected: show(expected), found: show(found) }
}

/** The part of a value at a path such as `$.status.url` or `$.items[0]`; undefined when there is none. */
export function jsonAt(value: unknown, path: string): unknown {
  const keys = [...path.slice(1).matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => key ?? Number(index))
  return keys.reduce((inner: unknown, key) => (isContainer(inner) ? inner[key] : undefined), value)
}

type Container = Record<string | number, unknown>
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null
const isObject = (value: unknown): value is Record<string, unknown> => isContainer(value) && !Array.isArray(value)

function firstDifference<Key extends string | number>(
  entries: Iterable<[Key, unknown]>,
  foundAt: (key: Key) => unknown,
  path: readonly (string | number)[],
): JsonDifference | undefined {
  for (const [key, value] of entries) {
    const difference = jsonDifference(value, foundAt(key), [...path, key])
    if (difference) return difference
  }
  return undefined
}

function matchesText(expected: string, found: string): boolean {
  const parts = expected.split('[..]').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(found)
}

const show = (value: unknown) => (value === undefined ? '∅' : JSON.stringify(value))

import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema'
import raw from './compose-spec.json' with { type: 'json' }

/** What Compose's own schema refuses: where, `['services', 'web', 'ports']`, and what is wrong there. */
export interface SchemaProblem {
  path: readonly string[]
  kind: 'unknown-key' | 'wrong-type' | 'missing-key' | 'wrong-value'
  /** Keys the schema has there, for an unknown one; types or values it takes, for another; the key, for a missing one. */
  expected: readonly string[]
}

const schema = raw.schema as unknown as Schema

let validator: Validator | undefined

/** The first problems Compose's JSON schema (pinned, from the plugin itself) finds in a document, one at each place. */
export function composeProblems(document: unknown): SchemaProblem[] {
  validator ??= new Validator(schema, '7', false)
  const { errors } = validator.validate(document)
  return deepest(errors.flatMap(problemOf))
}

function problemOf({ keyword, keywordLocation, instanceLocation, error }: OutputUnit): SchemaProblem[] {
  const path = pathOf(instanceLocation)
  const rule = keywordAt(keywordLocation)
  if (keyword === 'additionalProperties' && rule === false)
    return unknownKey([...path, /^Property "(.*)" does not match/s.exec(error)?.[1] ?? ''], keywordLocation)
  if (keyword === 'type') return [{ path, kind: 'wrong-type', expected: [rule].flat().map(String) }]
  if (keyword === 'enum') return [{ path, kind: 'wrong-value', expected: [rule].flat().map(String) }]
  if (keyword === 'required')
    return [{ path, kind: 'missing-key', expected: [/property "([^"]+)"/.exec(error)?.[1] ?? ''] }]
  return keyword === 'pattern' || keyword === 'format' || keyword === 'uniqueItems'
    ? [{ path, kind: 'wrong-value', expected: [String(rule)] }]
    : []
}

function unknownKey(path: readonly string[], location: string): SchemaProblem[] {
  const owner = keywordAt(location.slice(0, -'/additionalProperties'.length))
  const known = isRecord(owner) && isRecord(owner.properties) ? Object.keys(owner.properties) : []
  return [{ path, kind: 'unknown-key', expected: known }]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pathOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))

/** What the schema holds at a keyword's location, references followed. */
function keywordAt(location: string): unknown {
  let at: unknown = raw.schema
  for (const part of pathOf(location)) {
    if (part === '$ref' && isRecord(at)) at = keywordAt(String(at.$ref))
    else if (Array.isArray(at)) at = at[Number(part)]
    else at = isRecord(at) ? at[part] : undefined
  }
  return at
}

/** Of what alternatives say of one value, the furthest in; of several at one place, what they expect together. */
function deepest(problems: readonly SchemaProblem[]): SchemaProblem[] {
  const inner = problems.filter(
    ({ path }) =>
      !problems.some((other) => other.path.length > path.length && path.every((part, at) => other.path[at] === part)),
  )
  return [...Map.groupBy(inner, ({ path }) => path.join('\0')).values()].map((same) => {
    const first = same[0] as SchemaProblem
    const alike = same.filter(({ kind }) => kind === first.kind)
    return { ...first, expected: [...new Set(alike.flatMap(({ expected }) => expected))] }
  })
}

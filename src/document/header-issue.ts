import type { z } from 'zod'
import type { Finding } from '#finding/finding.ts'
import { escalationSchema, insteadSchema } from '#schema/card.ts'
import { pageHeaderSchema, runbookHeaderSchema } from '#schema/frontmatter.ts'
import type { Localized } from '#schema/locale.ts'
import { PARAMETER_TYPES, parameterDeclarationSchema } from '#schema/parameter/parameter.ts'
import type { Place } from '#schema/place.ts'
import { procedureDeclarationSchema } from '#schema/procedure.ts'
import { suggest } from '#schema/spelling.ts'
import { documentFrontmatterMissing } from './findings/document/frontmatter-missing.ts'
import { documentFrontmatterUnknown } from './findings/document/frontmatter-unknown.ts'
import { documentFrontmatterValue } from './findings/document/frontmatter-value.ts'
import { incidentValue } from './findings/incident/value.ts'
import { parameterKeyMissing } from './findings/parameter/key-missing.ts'
import { parameterKeyUnknown } from './findings/parameter/key-unknown.ts'
import { parameterName } from './findings/parameter/name.ts'
import { parameterType } from './findings/parameter/type.ts'

type Issue = z.core.$ZodIssue

/** What each key of the header must be, for people. */
const EXPECTED: Readonly<Record<string, Localized>> = {
  title: { es: 'un título de una línea', en: 'a title on one line' },
  description: { es: 'un texto', en: 'a text' },
  runbook: { es: 'un mapa con id, system y parameters', en: 'a map with id, system and parameters' },
  'runbook.id': {
    es: 'minúsculas, dígitos y guiones, como cloud-run-deploy',
    en: 'lower case, digits and hyphens, like cloud-run-deploy',
  },
  'runbook.system': {
    es: 'minúsculas, dígitos y guiones, como tienda',
    en: 'lower case, digits and hyphens, like shop',
  },
  'runbook.procedures': { es: 'una lista de procedimientos', en: 'a list of procedures' },
  'runbook.procedures.*.id': {
    es: 'minúsculas, dígitos y guiones, como roll-back',
    en: 'lower case, digits and hyphens, like roll-back',
  },
  'runbook.procedures.*.steps': {
    es: 'un paso, un intervalo primero..último, o una lista de ellos',
    en: 'a step, a range first..last, or a list of them',
  },
  'runbook.escalation.*.within': { es: 'un plazo, como 15m', en: 'a time, like 15m' },
  'runbook.parameters': { es: 'un mapa de parámetros por nombre', en: 'a map of parameters by name' },
}
const PARAMETER_EXPECTED: Readonly<Record<string, Localized>> = {
  choices: { es: 'una lista de valores', en: 'a list of values' },
}
const SOMETHING: Localized = { es: 'un texto no vacío', en: 'a text that is not empty' }

/** A problem the schema found in the header, as findings at its key. */
export function headerFinding(issue: Issue, header: unknown, placeAt: (path: readonly string[]) => Place): Finding[] {
  const path = issue.path.map(String)
  if (path[0] === 'incident') return incidentFindings(issue, path, header, placeAt)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, placeAt([...path, key])))
  if (path[1] === 'parameters' && path.length >= 3)
    return [parameterFinding(issue, path, valueAt(header, path), placeAt(path))]
  return [keyFinding(path, valueAt(header, path), placeAt(path))]
}

/** The header of a post-mortem has many keys; what its schema expects at one is said in the schema's words. */
function incidentFindings(
  issue: Issue,
  path: readonly string[],
  header: unknown,
  placeAt: (path: readonly string[]) => Place,
): Finding[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
  return paths.map((at) => {
    const found = valueAt(header, at)
    const key = at.join('.')
    if (found === undefined) return documentFrontmatterMissing.at(placeAt(at), { key })
    const expected = issue.code === 'invalid_value' ? issue.values.join(', ') : issue.message
    return incidentValue.at(placeAt(at), { key, found: shown(found), expected })
  })
}

function unknownKey(key: string, path: readonly string[], place: Place): Finding {
  const parameter = path[1] === 'parameters' ? path[2] : undefined
  const keys = Object.keys(schemaOf(path).shape)
  const data = { key, expected: keys.join(', '), suggestion: suggest(key, keys) }
  return parameter
    ? parameterKeyUnknown.at(place, { name: parameter, ...data })
    : documentFrontmatterUnknown.at(place, { ...data, key: [...path, key].join('.') })
}

/** The schema of the map at a path. */
function schemaOf(path: readonly string[]) {
  const [first, key, inner] = path
  if (first === undefined) return pageHeaderSchema
  if (inner === undefined) return runbookHeaderSchema
  if (path.at(-2) === 'instead') return insteadSchema
  if (key === 'escalation') return escalationSchema
  return key === 'parameters' ? parameterDeclarationSchema : procedureDeclarationSchema
}

function keyFinding(path: readonly string[], found: unknown, place: Place): Finding {
  const key = path.join('.') || 'title'
  if (found === undefined) return documentFrontmatterMissing.at(place, { key })
  const { es, en } = EXPECTED[key.replace(/\.\d+\b/, '.*').replace(/\.\d+$/, '')] ?? SOMETHING
  return documentFrontmatterValue.at(place, { key, found: shown(found), expectedEs: es, expectedEn: en })
}

function parameterFinding(issue: Issue, path: readonly string[], found: unknown, place: Place): Finding {
  const name = path[2] as string
  const key = path[3]
  if (issue.code === 'invalid_key') return parameterName.at(place, { name })
  if (key === 'type' && found !== undefined)
    return parameterType.at(place, {
      name,
      found: shown(found),
      expected: PARAMETER_TYPES.join(', '),
      suggestion: suggest(shown(found), PARAMETER_TYPES),
    })
  if (key && (found === undefined || found === null)) return parameterKeyMissing.at(place, { name, key })
  const { es, en } = PARAMETER_EXPECTED[key ?? ''] ?? SOMETHING
  return documentFrontmatterValue.at(place, {
    key: path.slice(2).join('.'),
    found: shown(found),
    expectedEs: es,
    expectedEn: en,
  })
}

function valueAt(header: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    header,
  )
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

import { type Document, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Finding, sortFindings } from '#finding/finding.ts'
import { rangeOfPath } from '#formats/yaml/range.ts'
import { isMapping, plainValue } from '#formats/yaml/value.ts'
import type { Localized } from '#schema/locale.ts'
import type { Place } from '#schema/place.ts'
import { suggest } from '#schema/spelling.ts'
import { documentDiagramMissing } from '../findings/document/diagram-missing.ts'
import { documentDiagramSyntax } from '../findings/document/diagram-syntax.ts'
import { documentDiagramUnknown } from '../findings/document/diagram-unknown.ts'
import { documentDiagramValue } from '../findings/document/diagram-value.ts'
import { placeOf, sourceOf } from '../source.ts'
import { type Diagram, diagramSchema, PART_KINDS, partSchema, placeSchema, waySchema } from './schema.ts'

type PlaceAt = (path: readonly string[]) => Place

/** What a file of a diagram says; no diagram where something is wrong. */
export interface ReadDiagram {
  diagram: Diagram | undefined
  findings: readonly Finding[]
}

/** Reads a diagram. `file` is relative to the project's root. Pure, and never throws. */
export function readDiagram({ file, source: raw }: { file: string; source: string }): ReadDiagram {
  const source = sourceOf(file, raw)
  try {
    // Failsafe reads every scalar as its text: `port: 0443` and `name: yes` are what is written.
    const document = parseDocument(source.text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' })
    const problems = document.errors.map(({ message, pos }) =>
      documentDiagramSyntax.at(placeOf(source, pos[0], pos[1]), { reason: message.split('\n')[0] }),
    )
    if (problems.length > 0) return { diagram: undefined, findings: sortFindings(problems) }
    return fromYaml(document, (path) => placeOf(source, ...(rangeOfPath(document, path) ?? [0, 0])))
  } catch (error) {
    // The YAML library recurses, and refuses alias bombs by throwing.
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'YAML'
    return { diagram: undefined, findings: [documentDiagramSyntax.at(placeOf(source, 0), { reason })] }
  }
}

function fromYaml(document: Document, placeAt: PlaceAt): ReadDiagram {
  const value = plainValue(document) ?? {}
  const { success, data, error } = diagramSchema.safeParse(value)
  const findings = success
    ? nameFindings(data, placeAt)
    : error.issues.flatMap((issue) => issueFindings(issue, value, placeAt))
  return { diagram: success && findings.length === 0 ? data : undefined, findings: sortFindings(findings) }
}

/** What each key must be, for people, where it is no text. */
const EXPECTED: Readonly<Record<string, Localized>> = {
  places: { es: 'un mapa de sitios por nombre', en: 'a map of places by name' },
  parts: { es: 'un mapa de dos partes o más, por nombre', en: 'a map of two parts or more, by name' },
  ways: { es: 'una lista de flechas', en: 'a list of ways' },
  kind: { es: PART_KINDS.join(', '), en: PART_KINDS.join(', ') },
  seldom: { es: 'true', en: 'true' },
}
const SOMETHING: Localized = { es: 'un texto no vacío', en: 'a text that is not empty' }

function issueFindings(issue: z.core.$ZodIssue, value: unknown, placeAt: PlaceAt): Finding[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => unknown(placeAt([...path, name]), KEY, name, keysAt(path)))
  const key = path.join('.')
  const found = valueAt(value, path)
  if (found === undefined) return [documentDiagramMissing.at(placeAt(path), { key })]
  const { es, en } = EXPECTED[path.at(-1) ?? ''] ?? SOMETHING
  return [documentDiagramValue.at(placeAt(path), { key, expectedEs: es, expectedEn: en })]
}

/** The keys there may be at a path. */
function keysAt([first, name, inner]: readonly string[]): readonly string[] {
  if (first === undefined) return Object.keys(diagramSchema.shape)
  if (name === undefined || inner !== undefined) return ['es', 'en']
  const schema = { parts: partSchema, places: placeSchema, ways: waySchema }[first]
  return Object.keys(schema?.shape ?? {})
}

const KEY: Localized = { es: 'la clave', en: 'key' }
const PART: Localized = { es: 'la parte', en: 'part' }
const PLACE: Localized = { es: 'el sitio', en: 'place' }

/** Parts and places that are named and not described. */
function nameFindings({ parts, places, ways }: Diagram, placeAt: PlaceAt): Finding[] {
  const ends = ways.flatMap((way, index) =>
    (['from', 'to'] as const)
      .filter((end) => !(way[end] in parts))
      .map((end) => unknown(placeAt(['ways', String(index), end]), PART, way[end], Object.keys(parts))),
  )
  const homes = Object.entries(parts).flatMap(([name, { place }]) =>
    place === undefined || place in places
      ? []
      : [unknown(placeAt(['parts', name, 'place']), PLACE, place, Object.keys(places))],
  )
  return [...ends, ...homes]
}

const unknown = (place: Place, { es, en }: Localized, name: string, known: readonly string[]): Finding =>
  documentDiagramUnknown.at(place, { whatEs: es, whatEn: en, name, suggestion: suggest(name, known) })

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)]
    return isMapping(at) ? at[key] : undefined
  }, value)
}

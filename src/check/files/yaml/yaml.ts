import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type YAMLError,
} from 'yaml'
import type { Finding } from '#finding/finding.ts'
import type { Place } from '#schema/place.ts'
import type { FormatCheck } from '../../rule.ts'
import { fileKeyDuplicate } from '../key-duplicate.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'

/** Any YAML file: syntax, tabs, keys given twice. */
export const yaml: FormatCheck = (file) => readYaml(file).findings

/** A YAML file's documents; none when there is a finding. */
export interface YamlFile {
  documents: readonly Document[]
  findings: Finding[]
}

/** Parses a YAML file. The first error of each document is told, since it causes those after it. */
export function readYaml(file: PageFile): YamlFile {
  try {
    const options = { lineCounter: new LineCounter(), prettyErrors: false, logLevel: 'silent', merge: true } as const
    const parsed = parseAllDocuments(file.text, options)
    const documents: Document[] = 'empty' in parsed ? [] : [...parsed]
    const findings = documents.flatMap(({ errors }) => errors.slice(0, 1).map((error) => errorFinding(file, error)))
    return { documents: findings.length > 0 ? [] : documents, findings }
  } catch {
    // The YAML library recurses: thousands of brackets end its stack.
    const data = { file: nameOf(file), format: 'YAML', reason: 'nested too deeply' }
    return { documents: [], findings: [fileSyntax.at(file.at(0), data)] }
  }
}

function errorFinding(file: PageFile, { code, message, pos }: YAMLError): Finding {
  const start = Math.min(pos[0], file.text.length)
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(file.text.slice(start))?.[0].trim()
    return fileKeyDuplicate.at(file.at(start), { file: nameOf(file), key })
  }
  const reason = message.split('\n')[0] as string
  return fileSyntax.at(file.at(start), { file: nameOf(file), format: 'YAML', reason })
}

/** The plain value of a document. */
export const plainValue = (document: Document): unknown => document.toJS({ maxAliasCount: 100 })

/** Whether a value is a mapping. */
export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as a mapping; an empty one for anything else. */
export const record = (value: unknown): Readonly<Record<string, unknown>> => (isMapping(value) ? value : {})

/** Where a path of a document stands, `['services', 'web', 'ports', '0']`: the key of a mapping, the item of a list. */
export function placeOfPath(file: PageFile, document: Document, path: readonly string[]): Place {
  const range = rangeOf(document.contents, path)
  return range ? file.at(range[0], range[1]) : file.at(0)
}

/** Where the value at a path stands. */
export function placeOfValue(file: PageFile, document: Document, path: readonly string[]): Place {
  const node = nodeAt(document.contents, path)
  return node?.range ? file.at(node.range[0], node.range[1]) : placeOfPath(file, document, path)
}

type Contents = Document['contents']

function rangeOf(contents: Contents, path: readonly string[]): readonly [number, number, number] | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = nodeAt(contents, path.slice(0, length - 1))
    const last = path[length - 1] as string
    const node = isMap(parent) ? keyOf(parent, last) : isSeq(parent) ? parent.items[Number(last)] : undefined
    const range = (node as Node | undefined)?.range
    if (range) return range
  }
  return undefined
}

function keyOf(map: { items: readonly unknown[] }, name: string): unknown {
  return map.items
    .map((item) => (isPair(item) ? item.key : undefined))
    .find((key) => isScalar(key) && String(key.value) === name)
}

function nodeAt(contents: Contents, path: readonly string[]): Node | undefined {
  let at: unknown = contents
  for (const part of path) {
    if (isMap(at)) at = at.items.find(({ key }) => isScalar(key) && String(key.value) === part)?.value
    else at = isSeq(at) ? at.items[Number(part)] : undefined
  }
  return (at ?? undefined) as Node | undefined
}

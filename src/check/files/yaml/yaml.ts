import type { Document } from 'yaml'
import type { Finding } from '#finding/finding.ts'
import { type Range, rangeOfPath, rangeOfValue } from '#formats/yaml/range.ts'
import { readYaml, type YamlProblem } from '#formats/yaml/read.ts'

import type { Place } from '#schema/place.ts'
import type { FormatCheck } from '../../rule.ts'
import { fileKeyDuplicate } from '../key-duplicate.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileSyntax } from '../syntax.ts'

/** Any YAML file: syntax, tabs, keys given twice. */
export const yaml: FormatCheck = (file) => yamlOf(file).findings

/** A page's YAML file: its documents, or what is wrong. */
export function yamlOf(file: PageFile): { documents: readonly Document[]; findings: Finding[] } {
  const { documents, problems } = readYaml(file.text)
  return { documents, findings: problems.map((problem) => problemFinding(file, problem)) }
}

function problemFinding(file: PageFile, { kind, reason, start: at }: YamlProblem): Finding {
  const start = Math.min(at, file.text.length)
  if (kind === 'duplicate-key') {
    const key = /^[^:\n]*/.exec(file.text.slice(start))?.[0].trim()
    return fileKeyDuplicate.at(file.at(start), { file: nameOf(file), key })
  }
  return fileSyntax.at(file.at(start), { file: nameOf(file), format: 'YAML', reason })
}

/** Where a path of a document stands on the page, or the nearest part of it there is. */
export const placeOfPath = (file: PageFile, document: Document, path: readonly string[]): Place =>
  placeOf(file, rangeOfPath(document, path))

/** Where the value at a path stands on the page. */
export const placeOfValue = (file: PageFile, document: Document, path: readonly string[]): Place =>
  placeOf(file, rangeOfValue(document, path))

const placeOf = (file: PageFile, range: Range | undefined): Place => (range ? file.at(...range) : file.at(0))

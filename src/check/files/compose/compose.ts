import type { Document } from 'yaml'
import type { Finding } from '#finding/finding.ts'
import type { SchemaProblem } from '#formats/compose/schema.ts'
import { composeProblems } from '#formats/compose/schema.ts'
import { plainValue, record } from '#formats/yaml/value.ts'
import { suggest } from '#schema/spelling.ts'
import type { FormatCheck } from '../../rule.ts'
import type { PageFile } from '../page-file.ts'
import { nameOf } from '../page-file.ts'
import { placeOfPath, placeOfValue, yamlOf } from '../yaml/yaml.ts'
import { composeFileFindings } from './file.ts'
import { fileComposeKey } from './key.ts'
import { relationFindings } from './relation.ts'
import { serviceFindings } from './service.ts'
import { fileComposeValue, valueFindings } from './value.ts'
import { version } from './version.ts'

/** A Compose file: YAML, the schema Compose itself has, and whether its parts agree. */
export const compose: FormatCheck = (file, around) => {
  const { documents, findings } = yamlOf(file)
  const [document] = documents
  if (!document) return findings
  const value = plainValue(document)
  const problems = composeProblems(value).map((problem) => schemaFinding(file, document, problem))
  const at = { file, document, root: record(value) }
  return [
    ...problems,
    ...version(at),
    ...valueFindings(at),
    ...serviceFindings(at),
    ...relationFindings(at),
    ...composeFileFindings(at, around),
  ]
}

function schemaFinding(file: PageFile, document: Document, { path, kind, expected }: SchemaProblem): Finding {
  const where = path.join('.') || nameOf(file)
  if (kind === 'unknown-key') {
    const suggestion = suggest(path.at(-1) ?? '', expected)
    return fileComposeKey.at(placeOfPath(file, document, path), { found: where, suggestion })
  }
  const place = kind === 'missing-key' ? placeOfPath(file, document, path) : placeOfValue(file, document, path)
  const words = expected.join(', ')
  return fileComposeValue.at(place, { found: where, ...wordsOf(kind, words) })
}

function wordsOf(kind: SchemaProblem['kind'], words: string): { expectedEs: string; expectedEn: string } {
  if (kind === 'missing-key') return { expectedEs: `la clave ${words}`, expectedEn: `the key ${words}` }
  if (words === 'true') return { expectedEs: 'valores sin repetir', expectedEn: 'values without repetition' }
  return { expectedEs: words, expectedEn: words }
}

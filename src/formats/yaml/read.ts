import { type Document, LineCounter, parseAllDocuments, type YAMLError } from 'yaml'
import { plainValue } from './value.ts'

/** Why a YAML file cannot be read. Offsets are UTF-16; lines and columns count from 1. */
export interface YamlProblem {
  kind: 'syntax' | 'duplicate-key'
  /** The parser's words. */
  reason: string
  start: number
  line: number
  column: number
}

/** A YAML file's documents; none where there is a problem. */
export interface YamlFile {
  documents: readonly Document[]
  problems: readonly YamlProblem[]
}

const OPTIONS = { prettyErrors: false, logLevel: 'silent', merge: true } as const

/** Reads a YAML file. The first problem of each document is told, since it causes those after it. */
export function readYaml(text: string): YamlFile {
  try {
    const lineCounter = new LineCounter()
    const parsed = parseAllDocuments(text, { ...OPTIONS, lineCounter })
    const documents: Document[] = 'empty' in parsed ? [] : [...parsed]
    const problems = documents.flatMap(({ errors }) => errors.slice(0, 1).map((error) => problemOf(error, lineCounter)))
    return { documents: problems.length > 0 ? [] : documents, problems }
  } catch {
    return { documents: [], problems: [{ kind: 'syntax', reason: TOO_DEEP, start: 0, line: 1, column: 1 }] }
  }
}

/** The YAML library recurses: thousands of brackets end its stack, which it throws or reports as an error. */
const TOO_DEEP = 'nested too deeply'

function problemOf({ code, message, pos: [start] }: YAMLError, lines: LineCounter): YamlProblem {
  const { line, col } = lines.linePos(start)
  const kind = code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax'
  const reason = /call stack/.test(message) ? TOO_DEEP : (message.split('\n')[0] as string)
  return { kind, reason, start, line, column: col }
}

/** The one document of a file; undefined where it cannot be read, or there are several. */
export function readOneYaml(text: string): Document | undefined {
  const { documents } = readYaml(text)
  return documents.length === 1 ? documents[0] : undefined
}

/** The plain value of a file's one document; undefined where it cannot be read, or there are several. */
export function readYamlValue(text: string): unknown {
  const document = readOneYaml(text)
  try {
    return document && plainValue(document)
  } catch {
    // Aliases of aliases that stand for far more than is written.
    return undefined
  }
}

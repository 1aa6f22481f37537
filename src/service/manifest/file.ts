import { type Document, LineCounter } from 'yaml'
import { fileKeyDuplicate } from '#check/files/key-duplicate.ts'
import { fileSyntax } from '#check/files/syntax.ts'
import type { Finding } from '#finding/finding.ts'
import { rangeOfPath, rangeOfValue } from '#formats/yaml/range.ts'
import { readYaml } from '#formats/yaml/read.ts'
import type { Place, Point } from '#schema/place.ts'

/** A JSON file as a value, and where each of its parts stands. */
export interface JsonFile {
  value: unknown
  /** Place of the key at a path, or of the nearest part of it there is. */
  keyAt(path: readonly string[]): Place
  /** Place of the value at a path, or of what there is of the path. */
  valueAt(path: readonly string[]): Place
}

/** Reads a JSON file. JSON is YAML too, whose reader knows where everything stands; what only YAML takes is refused first. */
export function readJson(file: string, text: string): JsonFile | Finding[] {
  const at = placesIn(file, text)
  const syntax = syntaxProblem(text)
  if (syntax) return [fileSyntax.at(at(syntax.start, syntax.start), { file, format: 'JSON', reason: syntax.reason })]
  const { documents, problems } = readYaml(text)
  const [document] = documents
  if (!document) return problems.map(({ kind, reason, start }) => problemAt(at, { kind, reason, start, file, text }))
  return { value: JSON.parse(text), ...placesOf(document, at) }
}

function placesOf(document: Document, at: PlaceAt): Pick<JsonFile, 'keyAt' | 'valueAt'> {
  const whole = at(0, 0)
  return {
    keyAt: (path) => within(at, rangeOfPath(document, path)) ?? whole,
    valueAt: (path) => within(at, rangeOfValue(document, path)) ?? whole,
  }
}

const within = (at: PlaceAt, range: readonly [number, number] | undefined) => range && at(...range)

function problemAt(
  at: PlaceAt,
  { kind, reason, start, file, text }: { kind: string; reason: string; start: number; file: string; text: string },
): Finding {
  const place = at(start, start)
  if (kind !== 'duplicate-key') return fileSyntax.at(place, { file, format: 'JSON', reason })
  return fileKeyDuplicate.at(place, { file, key: /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(start))?.[1] ?? '' })
}

type PlaceAt = (start: number, end: number) => Place

function placesIn(file: string, text: string): PlaceAt {
  const lines = new LineCounter()
  for (let at = 0; at !== 0 || lines.lineStarts.length === 0; at = text.indexOf('\n', at) + 1) lines.addNewLine(at)
  const point = (offset: number): Point => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col, offset }
  }
  return (start, end) => ({ file, start: point(start), end: point(end) })
}

/** V8 names a position, or a line, or neither at the end of the text. */
function syntaxProblem(text: string): { start: number; reason: string } | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const start = Number(/position (\d+)/.exec(message)?.[1] ?? text.trimEnd().length)
    return { start, reason: message.replace(/ (in JSON )?at position[\s\S]*$/, '').replace(/, (\.\.\.)?".*$/s, '') }
  }
}

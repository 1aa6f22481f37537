import type { Place, Point } from '#schema/place.ts'

/** The text of a page without BOM, and where each of its lines starts. */
export interface Source {
  file: string
  text: string
  /** Offset of each line's first character. `\n`, `\r\n` and a lone `\r` end a line, as in CommonMark. */
  lineStarts: readonly number[]
}

const BOM = '\uFEFF'

/** Indexes the lines of a page. */
export function sourceOf(file: string, raw: string): Source {
  const text = raw.startsWith(BOM) ? raw.slice(1) : raw
  const lineStarts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(match.index + match[0].length)
  return { file, text, lineStarts }
}

/** The point of an offset into the page; offsets beyond the end give the end. */
export function pointOf({ text, lineStarts }: Source, offset: number): Point {
  const at = Math.max(0, Math.min(offset, text.length))
  const line = lastAtMost(lineStarts, at)
  return { line: line + 1, column: at - (lineStarts[line] as number) + 1, offset: at }
}

/** The place between two offsets into the page. */
export function placeOf(source: Source, start: number, end: number = start): Place {
  return { file: source.file, start: pointOf(source, start), end: pointOf(source, Math.max(start, end)) }
}

/** A line (from 1) without its line ending, and the offset it starts at. */
export function lineOf({ text, lineStarts }: Source, line: number): { start: number; text: string } {
  const start = lineStarts[line - 1] ?? text.length
  const raw = text.slice(start, lineStarts[line] ?? text.length)
  return { start, text: raw.replace(/(\r\n|\n|\r)$/, '') }
}

/** Index of the last number that is not above `limit`, in numbers that rise from one at or below it. */
export function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] as number) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

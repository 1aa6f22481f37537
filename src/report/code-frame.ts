import type { FindingReport } from '#schema/finding.ts'
import { type Paint, showControls, widthOf } from './style.ts'

/** The lines of a file a finding may point into, or undefined when it cannot be read. */
export type LinesOf = (file: string) => readonly string[] | undefined

/** Columns of a line a frame shows at most. */
const WIDTH = 110

/** Columns before it, with the number of the line. */
const MARGIN = 12

/**
 * The line of a finding with a mark under the part it concerns. Nothing for a finding of a
 * whole file, or of a line that is not there.
 */
export function codeFrame(finding: FindingReport, linesOf: LinesOf, paint: Paint): string[] {
  const { line, column, endLine, endColumn } = finding
  if (endLine === undefined && line === 1 && column === 1) return []
  const text = linesOf(finding.file)?.[line - 1]
  if (text === undefined || text.trim() === '') return []
  const end = endLine === undefined ? column : endLine === line ? (endColumn ?? column) : text.length + 1
  const columns = Math.min(WIDTH, (paint.width ?? WIDTH) - MARGIN)
  const { before, marked, after } = cut(text, { start: column - 1, end: Math.min(end - 1, text.length), columns })
  const gutter = String(line)
  const mark = '^'.repeat(Math.max(1, widthOf(marked)))
  return [
    `${paint('dim', `${gutter} │`)} ${before}${marked}${after}`,
    `${paint('dim', `${' '.repeat(gutter.length)} │`)} ${' '.repeat(widthOf(before))}${paint('red', mark)}`,
  ]
}

/** A long line is cut around what is marked. */
function cut(text: string, { start, end, columns }: { start: number; end: number; columns: number }) {
  const from = start > columns / 2 ? start - 20 : 0
  const to = Math.max(from + columns, 0)
  const shown = (part: string) => showControls(part).replaceAll('\t', '  ')
  return {
    before: `${from > 0 ? '…' : ''}${shown(text.slice(from, start))}`,
    marked: shown(text.slice(start, Math.min(end, to))),
    after: `${shown(text.slice(Math.max(start, Math.min(end, to)), to))}${text.length > to ? '…' : ''}`,
  }
}

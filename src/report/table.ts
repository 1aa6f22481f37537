import { type Paint, widthOf } from './style.ts'
import { wrapWords } from './wrap.ts'

/**
 * A table as lines: columns as wide as their widest member, the last one ragged. Where that is too wide, the members
 * of a row follow each other; for a screen reader each stands after the name of its column.
 */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  if (paint.plain) return rows.map((row) => namedMembers(head, row)).join('\n')
  const table = columns(head, rows, paint)
  const { width } = paint
  if (width === undefined || table.every((line) => widthOf(line) <= width)) return table.join('\n')
  return rows.flatMap((row) => following(row, width)).join('\n')
}

function columns(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string[] {
  const widths = head.map((title, column) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))))
  const line = (row: readonly string[]) =>
    `  ${row.map((member, column) => pad(member, column === head.length - 1 ? 0 : (widths[column] ?? 0))).join('  ')}`.trimEnd()
  return [paint('bold', line(head)), ...rows.map(line)]
}

/** Two blanks between members: the second is the end of a word. */
function following(row: readonly string[], width: number): string[] {
  const members = row.filter((member) => member !== '')
  const words = members.flatMap((member, index) =>
    `${member}${index < members.length - 1 ? ' ' : ''}`.split(/(?<=\S) (?=\S)/),
  )
  return wrapWords(words, { width: width - 2, indent: '    ' }).map((line) => `  ${line}`)
}

function namedMembers(head: readonly string[], row: readonly string[]): string {
  const named = row.flatMap((member, column) => {
    if (member === '') return []
    const name = head[column]
    return name ? [`${name}: ${member}`] : [member]
  })
  return named.join('. ')
}

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))

import { type Paint, widthOf } from './style.ts'

/** A table as lines: columns as wide as their widest member, the last one ragged. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = head.map((title, column) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))))
  const line = (row: readonly string[]) =>
    `  ${row.map((member, column) => pad(member, column === head.length - 1 ? 0 : (widths[column] ?? 0))).join('  ')}`.trimEnd()
  return [paint('bold', line(head)), ...rows.map(line)].join('\n')
}

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))

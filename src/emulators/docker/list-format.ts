import { type Output, succeed } from '../model.ts'
import { renderTemplate } from './template.ts'
import { table } from './text.ts'

type Row = Readonly<Record<string, string>>

/** Prints rows as docker's list commands do: their table, `--format json`, `table …` or a template. */
export function printList(
  rows: readonly Row[],
  as: { columns: readonly (readonly [title: string, field: string])[]; format: string | undefined; quiet?: string },
): Output {
  if (as.quiet !== undefined) return succeed(rows.map((row) => `${row[as.quiet ?? ''] ?? ''}\n`).join(''))
  const format = as.format ?? 'table'
  if (format === 'table')
    return succeed(
      table([
        as.columns.map(([title]) => title),
        ...rows.map((row) => as.columns.map(([, field]) => row[field] ?? '')),
      ]),
    )
  if (format === 'json' || /^\{\{\s*json \.\s*\}\}$/.test(format))
    return succeed(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  if (!format.startsWith('table ')) return succeed(rows.map((row) => `${renderTemplate(format, row)}\n`).join(''))
  const template = format.slice(6).replace(/\\t/g, '\t')
  const head = template.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (_, field: string) => titleOf(as.columns, field))
  return succeed(table([head.split('\t'), ...rows.map((row) => renderTemplate(template, row).split('\t'))]))
}

function titleOf(columns: readonly (readonly [string, string])[], field: string): string {
  return columns.find(([, name]) => name === field)?.[0] ?? field.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase()
}

import type { Json } from '../json.ts'
import { select, text } from './select.ts'
import type { Column, FormatSpec } from './spec.ts'

/** Resources as gcloud's table: headings, two spaces between columns. */
export const renderTable = (resources: readonly Json[], spec: FormatSpec): string => {
  if (resources.length === 0) return ''
  const rows = sorted(resources, spec.columns).map((resource) =>
    spec.columns.map((column) => item(select(resource, column))),
  )
  const heading = spec.attributes['no-heading'] ? [] : [spec.columns.map(headingOf)]
  const body = align([...heading, ...rows])
  return `${titleOf(spec, Math.max(...body.split('\n').map((line) => line.length)))}${body}`
}

const titleOf = ({ attributes }: FormatSpec, width: number): string => {
  const { title } = attributes
  if (typeof title !== 'string') return ''
  return `${' '.repeat(Math.max(Math.floor((width - title.length) / 2), 0))}${title}\n`
}

const sorted = (resources: readonly Json[], columns: readonly Column[]): Json[] => {
  const keys = columns.filter(({ sort }) => sort !== undefined).sort((a, b) => (a.sort ?? 0) - (b.sort ?? 0))
  return [...resources].sort((a, b) => {
    const different = keys.find((key) => item(select(a, key)) !== item(select(b, key)))
    return different === undefined ? 0 : item(select(a, different)) < item(select(b, different)) ? -1 : 1
  })
}

const headingOf = (column: Column): string => {
  if (column.label !== undefined) return column.label
  const name = String(column.path.findLast((step) => typeof step === 'string' && step !== 'each') ?? '')
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()
}

/** A cell of a table: lists are joined, missing values are empty. */
const item = (value: Json): string => {
  if (Array.isArray(value)) return JSON.stringify(value).replaceAll('"', "'")
  return text(value)
}

const align = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length)))
  const line = (row: readonly string[]) =>
    row
      .map((value, at) => value.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return rows.map((row) => `${line(row)}\n`).join('')
}

import type { EditReport, FindingReport, Severity } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { Place } from '#schema/place.ts'
import { referenceOf } from '#schema/site-pages.ts'
import { CATALOGUE, type FindingCode, type FindingData } from './catalogue.ts'
import type { Edit, Fix } from './fix.ts'
import type { MendedCode } from './mended.ts'

/** A positioned problem in a document, before it is put in words. `related` are places that explain it. */
export interface Finding<Code extends FindingCode = FindingCode> {
  code: Code
  place: Place
  data: FindingData
  severity: Severity
  /** How it is mended, where one edit is certain. */
  fix?: Fix
}

/** Makes a finding; `data` fills its message, and the severity comes from the catalogue. */
export function finding(code: FindingCode, place: Place, data: FindingData = {}): Finding {
  return { code, place, data, severity: CATALOGUE[code].severity }
}

/** Makes a finding that carries its fix, where there is a certain one. */
export function mendable(code: MendedCode, place: Place, data: FindingData, fix: Fix | undefined): Finding {
  return { ...finding(code, place, data), ...(fix && { fix }) }
}

/** A finding in the reader's language, as reports carry it. */
export function reportFinding({ code, place, data, severity, fix }: Finding, locale: Locale): FindingReport {
  const text = CATALOGUE[code][locale]
  return {
    code,
    severity,
    file: place.file,
    line: place.start.line,
    column: place.start.column,
    ...(place.end.offset > place.start.offset && { endLine: place.end.line, endColumn: place.end.column }),
    message: fill(text.message, data),
    ...(text.hint && { hint: fill(text.hint, data) }),
    reference: referenceOf(code, locale),
    ...(fix && { fix: 'edits' in fix ? { edits: fix.edits.map(reportEdit) } : fix }),
  }
}

const reportEdit = ({ place: { file, start, end }, text }: Edit): EditReport => ({
  file,
  line: start.line,
  column: start.column,
  endLine: end.line,
  endColumn: end.column,
  text,
})

/** Findings by file, then line, then column, then code, so that two runs print the same. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      a.place.start.line - b.place.start.line ||
      a.place.start.column - b.place.start.column ||
      compare(a.code, b.code),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Replaces `{key}` by its value, and drops a `[? … {key} …]` part whose value is missing. */
function fill(template: string, data: FindingData): string {
  return template
    .replaceAll(/\[\?([^[\]]*)\]/g, (_, part: string) => (missing(part, data) ? '' : part))
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => String(data[key] ?? `{${key}}`))
}

function missing(part: string, data: FindingData): boolean {
  return [...part.matchAll(/\{(\w+)\}/g)].some(([, key]) => data[key as string] === undefined)
}

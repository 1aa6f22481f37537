import type { EditReport, FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import { referenceOf } from '#schema/site-pages.ts'
import type { Definition } from './define.ts'
import type { Finding, FindingData } from './finding.ts'
import type { Edit } from './fix.ts'

/** Puts findings of some kinds in the reader's language, as reports carry them. Throws for a finding of another kind. */
export function reporterOf(definitions: readonly Definition[]): (finding: Finding, locale: Locale) => FindingReport {
  const byCode = new Map(definitions.map((definition) => [definition.code, definition]))
  return (finding, locale) => {
    const definition = byCode.get(finding.code)
    if (!definition) throw new Error(`No finding is defined with the code ${finding.code}.`)
    return reportWith(definition, finding, locale)
  }
}

function reportWith(definition: Definition, { code, severity, place, data, fix }: Finding, locale: Locale) {
  const { message, hint } = definition[locale]
  return {
    code,
    severity,
    file: place.file,
    line: place.start.line,
    column: place.start.column,
    ...(place.end.offset > place.start.offset && { endLine: place.end.line, endColumn: place.end.column }),
    message: fill(message, data),
    ...(hint && { hint: fill(hint, data) }),
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

/** Replaces `{key}` by its value, and drops a `[? … {key} …]` part whose value is missing. */
function fill(template: string, data: FindingData): string {
  return template
    .replaceAll(/\[\?([^[\]]*)\]/g, (_, part: string) => (missing(part, data) ? '' : part))
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => String(data[key] ?? `{${key}}`))
}

function missing(part: string, data: FindingData): boolean {
  return [...part.matchAll(/\{(\w+)\}/g)].some(([, key]) => data[key as string] === undefined)
}

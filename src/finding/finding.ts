import type { Severity } from '#schema/finding.ts'
import type { Place } from '#schema/place.ts'
import type { Fix } from './fix.ts'

/** What fills the message of a finding. */
export type FindingData = Readonly<Record<string, string | number | undefined>>

/** A problem at a place in a document, before it is put in words. Plain data: threads and caches hand it on. */
export interface Finding {
  code: string
  place: Place
  data: FindingData
  severity: Severity
  /** How it is fixed, where one edit is certain. */
  fix?: Fix
}

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

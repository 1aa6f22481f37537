import { readFileSync } from 'node:fs'
import { renderJson } from '#report/json.ts'
import { type Report, type RunReport, reportSchema } from '#schema/report.ts'
import { inRoot, STATE } from '../paths.ts'
import { replaceFile } from '../replace-file.ts'

const FILE = inRoot(STATE, 'verification.json')

/**
 * Keeps what the site shows as evidence: the last dry run of each runbook in each fixture. A
 * verification of some does not erase that of the others; runbooks that are gone go.
 */
export function keepEvidence(report: Report, known: ReadonlySet<string>): void {
  if (report.runs.length === 0) return
  const places = new Set(report.runs.map(placeOf))
  const others = evidenceRuns().filter((run) => known.has(run.id) && !places.has(placeOf(run)))
  const runs = [...others, ...report.runs].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  replaceFile(FILE, renderJson({ ...report, runs }))
}

const placeOf = ({ id, shell }: RunReport) => `${id} ${shell}`

/** The runs of the last verifications; none when there were none, or their file is damaged. */
export function evidenceRuns(): readonly RunReport[] {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(FILE, 'utf8'))).runs
  } catch {
    return []
  }
}

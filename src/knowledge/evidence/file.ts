import { readFileSync } from 'node:fs'
import { renderJson } from '#report/json.ts'
import { type Report, type RunReport, reportSchema } from '#schema/report.ts'
import { inRoot, STATE } from '../paths.ts'
import { replaceFile } from '../replace-file.ts'

const FILE = inRoot(STATE, 'verification.json')

/** Of dry runs that passed, by runbook. */
const rehearsalsFile = (id: string) => inRoot(STATE, 'rehearsals', `${id}.json`)

/** How many of each runbook are kept. */
const REHEARSALS = 20

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
  return runsIn(FILE)
}

/** Keeps a dry run that passed, without what its steps printed: a live run says what it will change from it. */
export function keepRehearsal(report: Report): void {
  const [run] = report.runs
  if (run?.status !== 'passed') return
  const quiet = { ...run, steps: run.steps.map(({ output: _, stderrAt: __, ...step }) => step) }
  const runs = [...rehearsalsOf(run.id), quiet].slice(-REHEARSALS)
  replaceFile(rehearsalsFile(run.id), renderJson({ ...report, runs }), 0o600)
}

/** The dry runs of a runbook that passed, the oldest first; none where there were none, or their file is damaged. */
export function rehearsalsOf(id: string): readonly RunReport[] {
  return runsIn(rehearsalsFile(id))
}

function runsIn(file: string): readonly RunReport[] {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).runs
  } catch {
    return []
  }
}

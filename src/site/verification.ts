import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type RunReport, reportSchema } from '#schema/report.ts'

/** Where `pnpm verify` leaves its report, relative to the project. */
export const VERIFICATION_FILE = '.runbook/verification.json'

let last: { json: string; runs: readonly RunReport[] } | undefined

/** The runs of the last `pnpm verify`, none when there was none. */
export function lastRuns(): readonly RunReport[] {
  const path = resolve(VERIFICATION_FILE)
  const json = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  if (json === undefined) return []
  if (last?.json !== json) last = { json, runs: parseRuns(json) }
  return last.runs
}

/** The runs in the text of a report. What is not a report has none, and warns: no page shows evidence in doubt. */
export function parseRuns(json: string): readonly RunReport[] {
  try {
    return reportSchema.parse(JSON.parse(json)).runs
  } catch (cause) {
    process.emitWarning(
      `${VERIFICATION_FILE} is not a report and is ignored; run "pnpm verify" again. ${String(cause)}`,
    )
    return []
  }
}

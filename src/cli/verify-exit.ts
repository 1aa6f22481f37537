import { EXIT } from '#finding/error.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { RunReport } from '#schema/report.ts'

/** What decides the exit status of a verification. */
export interface Verified {
  /** Findings of the documents. */
  invalid: boolean
  interrupted: boolean
  runs: readonly RunReport[]
  /** Findings of the coverage required. */
  shortfalls: readonly FindingReport[]
}

/** An invalid document first, then an interrupt, then what fell short. Only all passed is 0. */
export function exitOfVerify({ invalid, interrupted, runs, shortfalls }: Verified): number {
  if (invalid) return EXIT.invalid
  if (interrupted || runs.some(({ status }) => status === 'interrupted')) return EXIT.interrupted
  return runs.some(({ status }) => status !== 'passed') || shortfalls.length > 0 ? EXIT.failed : EXIT.passed
}

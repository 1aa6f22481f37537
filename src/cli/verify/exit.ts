import { EXIT } from '#finding/error.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { RunReport, VariationsReport } from '#schema/report.ts'
import type { StepStatus } from '#schema/status.ts'

/** What decides the exit status of a verification. */
export interface Verified {
  /** Findings of the documents. */
  invalid: boolean
  interrupted: boolean
  runs: readonly RunReport[]
  variations?: VariationsReport | undefined
  /** Findings of the coverage required. */
  shortfalls: readonly FindingReport[]
}

/** An invalid document first, then an interrupt, then what fell short. Only all passed is 0. */
export function exitOfVerify({ invalid, interrupted, runs, variations, shortfalls }: Verified): number {
  if (invalid) return EXIT.invalid
  if (interrupted || runs.some(({ status }) => status === 'interrupted')) return EXIT.interrupted
  const failed = runs.some(({ status }) => status !== 'passed') || variations?.runs.some(isFailedVariation)
  return failed || shortfalls.length > 0 ? EXIT.failed : EXIT.passed
}

const FAILED: ReadonlySet<StepStatus> = new Set(['failed', 'timed-out'])

/** One that the page must hold under. What the fixture cannot check is shown, and is no failure of the page. */
const isFailedVariation = ({ status, exception }: VariationsReport['runs'][number]) =>
  FAILED.has(status) && exception === undefined

import { coverageFindings, coverageOf } from '#knowledge/evidence/coverage.ts'
import type { Outline } from '#knowledge/outline.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Report, Shard } from '#schema/report.ts'
import type { FixtureRun } from '../dry-run/run-in-fixture.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { exitOfVerify } from './exit.ts'
import type { VerifyOptions } from './options.ts'

/** The variations that ran, if any, and what they found. */
export type VariedRuns = Pick<Report, 'variations'> & { findings: readonly FindingReport[] }

/** What a verification came to. */
export interface Verification {
  findings: readonly FindingReport[]
  runs: readonly FixtureRun[]
  varied: VariedRuns
  /** Pages whose blocks are counted. */
  counted: readonly Outline[]
  shard: Shard | undefined
  options: VerifyOptions
  terminal: Terminal
}

/** Its report. */
export function reportOf({ findings, runs: ran, varied, counted, shard, options, terminal }: Verification): Report {
  const { locale, signal } = terminal
  const runs = ran.map(({ run }) => run)
  const documents = [...findings, ...ran.flatMap(({ refused = [] }) => refused)]
  const coverage = coverageOf({ outlines: counted, runs, locale, required: options.minExecuted })
  const shortfalls = coverageFindings(coverage, locale)
  const { variations } = varied
  return {
    version: 1,
    command: 'verify',
    locale,
    exitCode: exitOfVerify({
      invalid: documents.some(isError),
      interrupted: signal.aborted,
      runs,
      variations,
      shortfalls,
    }),
    findings: [...documents, ...ran.flatMap((one) => one.findings), ...varied.findings, ...shortfalls],
    runs,
    coverage,
    ...(variations && { variations }),
    ...(shard && { shard }),
  }
}

export const isError = ({ severity }: FindingReport): boolean => severity === 'error'

import { reporterOf } from '#finding/report.ts'
import { stepCoverageLow } from '#run/findings/coverage-low.ts'
import { type Coverage, type CoverageKind, countCoverage, type PageCoverage, totalCoverage } from '#schema/coverage.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { RunReport, StepReport } from '#schema/report.ts'
import type { Outline } from '../outline.ts'

export interface CoverageRequest {
  outlines: readonly Outline[]
  runs: readonly RunReport[]
  /** Blocks count once: on the page in this language, on the Spanish one where there is no other. */
  locale: Locale
  /** The least share of executed blocks of every runbook, in percent. */
  required: number | undefined
}

/** What became of every bash block of the pages. */
export function coverageOf({ outlines, runs, locale, required }: CoverageRequest): Coverage {
  const pages = countedOnce(outlines, locale).map((outline) => pageCoverage(outline, runs))
  return { total: totalCoverage(pages), pages, ...(required !== undefined && { required }) }
}

/** Of a page and its translation, one. */
function countedOnce(outlines: readonly Outline[], locale: Locale): Outline[] {
  return [...Map.groupBy(outlines, ({ slug }) => slug).values()].flatMap((twins) => {
    const one = twins.find((twin) => twin.locale === locale) ?? twins[0]
    return one ? [one] : []
  })
}

function pageCoverage({ file, runbook, blocks }: Outline, runs: readonly RunReport[]): PageCoverage {
  const steps = new Map(
    runs.filter(({ id }) => id === runbook?.id).flatMap((run) => run.steps.map((step) => [step.id, step] as const)),
  )
  const judged = blocks.map((block) => ({ ...block, kind: kindOf(block, steps) }))
  return {
    ...countCoverage(judged.map(({ kind }) => kind)),
    file,
    ...(runbook && { id: runbook.id }),
    rest: judged.filter(({ kind }) => kind !== 'executed'),
  }
}

/** A step that a person does is checked, like a block that only says why it does not run. */
function kindOf({ step, reason }: Outline['blocks'][number], steps: ReadonlyMap<string, StepReport>): CoverageKind {
  if (reason !== undefined) return 'checked'
  const ran = step === undefined ? undefined : steps.get(step)
  if (!ran || ran.status === 'skipped') return 'not-run'
  if (ran.status === 'not-checkable' || ran.evidence === 'not-checkable') return 'not-checkable'
  if (ran.status !== 'passed') return 'failing'
  return ran.evidence === 'executed' || ran.evidence === 'emulated' ? ran.evidence : 'not-run'
}

const reportFinding = reporterOf([stepCoverageLow])

/** A finding for each runbook with fewer executed blocks than required, at the first that was not. */
export function coverageFindings({ pages, required }: Coverage, locale: Locale): FindingReport[] {
  if (required === undefined) return []
  return pages
    .filter(({ id, executedPercent }) => id !== undefined && executedPercent < required)
    .map(({ file, rest, executedPercent }) => {
      const start = { line: rest[0]?.line ?? 1, column: 1, offset: 0 }
      const lines = rest.map(({ line }) => line).join(', ')
      const data = { found: executedPercent, required, lines }
      return reportFinding(stepCoverageLow.at({ file, start, end: start }, data), locale)
    })
}

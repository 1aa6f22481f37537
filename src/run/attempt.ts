import { reporterOf } from '#finding/report.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { PlannedStep } from '#schema/plan.ts'
import type { StepReport } from '#schema/report.ts'
import type { RunContext } from './context.ts'
import { RUN_FINDINGS } from './findings/findings.ts'
import { judge } from './outcome.ts'
import { lineOf, placeOf, repeatCommand, stepPlace } from './page.ts'
import { executeStep } from './step.ts'
import { stepReport } from './step-report.ts'

/** What became of a step that ran once. */
export interface Attempt {
  report: StepReport
  finding?: FindingReport
  /** The values it published. */
  published: Readonly<Record<string, string>>
}

const reportFinding = reporterOf(RUN_FINDINGS)

/** Runs a step once as one of the run, and tells of it. */
export async function attempt(step: PlannedStep, context: RunContext): Promise<Attempt> {
  const { emit, now, locale } = context
  emit({ kind: 'step-started', step: step.id, at: now(), title: step.title[locale], ...stepPlace(step, context) })
  const attempted = await judgedStep(step, context)
  const { report, finding, published } = attempted
  const outputs = Object.keys(published).length > 0 && { outputs: published }
  emit({ kind: 'step-finished', step: step.id, at: now(), report, ...(finding && { finding }), ...outputs })
  return attempted
}

/** Runs a step and judges it; only what it prints is told. */
export async function judgedStep(step: PlannedStep, context: RunContext): Promise<Attempt> {
  const started = performance.now()
  const { execution, shown, missing, published, unheard } = await executeStep(step, context)
  const outcome = judge({
    step,
    execution,
    shown: { ...shown, variables: context.redactor.data(context.variables) },
    missing,
    variables: context.variables,
    fenceLine: lineOf(step, context),
    placeAt: (line) => placeOf(line, context),
    repeat: repeatCommand(step, context),
  })
  const durationMs = performance.now() - started
  const report = stepReport(step, { context, execution, shown, outcome, durationMs, unheard })
  const finding = outcome.finding && reportFinding(outcome.finding, context.locale)
  return { report, published, ...(finding && { finding }) }
}

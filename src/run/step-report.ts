import type { StopError } from '#finding/error.ts'
import type { PlannedStep } from '#schema/plan.ts'
import type { StepReport } from '#schema/report.ts'
import type { Execution } from '#schema/shell.ts'
import type { Evidence, StepStatus } from '#schema/status.ts'
import type { RunContext } from './context.ts'
import type { Printed } from './expect.ts'
import type { Outcome } from './outcome.ts'
import { stepPlace } from './page.ts'

/** Lines of output a report keeps of each step. */
const KEPT_LINES = 200
const KEPT_CHARACTERS = 20_000

interface Ended {
  context: RunContext
  execution: Execution
  /** What it printed, without secrets. */
  shown: Printed
  outcome: Outcome
  durationMs: number
  /** Why what it printed could not be taken any more. */
  unheard?: StopError | undefined
}

/** The report of a step that ran. Evidence is what the shell gives, and only for a step that ran to its judgement. */
export function stepReport(
  step: PlannedStep,
  { context, execution, shown, outcome, durationMs, unheard }: Ended,
): StepReport {
  const { shell, plan, history } = context
  // What nobody could hear to its end has not passed, however it ended.
  const status = unheard ? 'failed' : outcome.status
  return {
    ...identity(step, context),
    status,
    evidence: evidenceOf(status, shell.evidence),
    ...(unheard ? { reason: unheard.text[context.locale] } : reasonOf(step, execution)),
    durationMs,
    exitCode: execution.exitCode,
    ...printed(shown),
    // A hash of the inputs of a live run would tell of its secrets.
    ...(!plan.live && { ran: history.hash() }),
    effects: [...execution.effects],
  }
}

/** Where only the end of it is kept, the streams are not told apart. */
function printed({ stdout, stderr }: Printed): Pick<StepReport, 'output' | 'stderrAt'> {
  const whole = `${stdout}${stderr}`
  const output = keepEnd(whole)
  const apart = whole.trimEnd() === output
  return { ...(output && { output }), ...(apart && { stderrAt: Math.min(stdout.length, output.length) }) }
}

/** The report of a step that the guard of the run lets not run, with why; undefined when it may, or does not run anyway. */
export async function refused(step: PlannedStep, context: RunContext): Promise<StepReport | undefined> {
  const { guard, stopped, shell, emit, now, locale } = context
  if (!guard || stopped || step.skip || step.manual) return undefined
  const refusal = await guard(step, shell.variable)
  if (!refusal) return undefined
  const { status, message } = refusal
  const report = { ...skipped(step, context, 'other-target'), status, output: message }
  emit({ kind: 'step-started', step: step.id, at: now(), title: step.title[locale], ...stepPlace(step, context) })
  emit({ kind: 'step-output', step: step.id, at: now(), stream: 'stderr', chunk: `${message}\n` })
  emit({ kind: 'step-finished', step: step.id, at: now(), report })
  return report
}

/** The report of a step that did not run, for one of the reasons of ours or as written. */
export function skipped(step: PlannedStep, context: RunContext, reason: string): StepReport {
  return { ...identity(step, context), status: 'skipped', evidence: 'none', reason, durationMs: 0, effects: [] }
}

const identity = (step: PlannedStep, context: RunContext) => ({
  id: step.id,
  procedure: context.procedure,
  title: step.title[context.locale],
  ...stepPlace(step, context),
})

function evidenceOf(status: StepStatus, shell: Evidence): Evidence {
  if (status === 'passed') return shell
  return status === 'not-checkable' ? 'not-checkable' : 'none'
}

/** Why it could not be checked, or that it only prepared the fixture. */
function reasonOf({ prepares }: PlannedStep, { notCheckable }: Execution): { reason?: string } {
  if (notCheckable !== undefined) return { reason: notCheckable }
  return prepares ? { reason: 'prepares' } : {}
}

/** The end of a long output, where errors are. */
function keepEnd(output: string): string {
  const lines = output.slice(-KEPT_CHARACTERS).split('\n')
  return lines.slice(-KEPT_LINES).join('\n').trimEnd()
}

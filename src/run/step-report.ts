import type { Localized } from '#schema/locale.ts'
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
}

/** The report of a step that ran. Evidence is what the shell gives, and only for a step that ran to its judgement. */
export function stepReport(step: PlannedStep, { context, execution, shown, outcome, durationMs }: Ended): StepReport {
  const { shell, plan, history } = context
  return {
    ...identity(step, context),
    status: outcome.status,
    evidence: evidenceOf(outcome.status, shell.evidence),
    ...reasonOf(step, execution),
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

/** The report of a step that does not run, or undefined when it must. Asks the person of a live run what is theirs to say. */
export async function notRun(step: PlannedStep, context: RunContext): Promise<StepReport | undefined> {
  if (context.stopped) return skipped(step, context, 'after-failure')
  if (step.skip === 'needs-docker') return checkedOnly(step, context, context.plan.script.docker)
  if (step.skip) return skipped(step, context, step.skip)
  if (step.manual) return manual(step, context)
  if (await agreed(step, context)) return undefined
  return { ...skipped(step, context, 'declined'), status: 'interrupted' }
}

async function manual(step: PlannedStep, context: RunContext): Promise<StepReport> {
  const report = skipped(step, context, 'manual')
  if (context.plan.live && context.asker && !(await context.asker.manual(step)))
    return { ...report, status: 'interrupted' }
  return checkedOnly(step, context, step.manual)
}

/** Its text was checked with the page; it does not run here, for the reason the page gives. */
const checkedOnly = (step: PlannedStep, context: RunContext, reason: Localized | undefined): StepReport => ({
  ...skipped(step, context, 'manual'),
  evidence: 'checked',
  reason: reason?.[context.locale] ?? '',
})

async function agreed(step: PlannedStep, context: RunContext): Promise<boolean> {
  const reason = confirmationOf(step, context)
  if (!reason || !context.asker) return true
  context.agreed = await context.asker.confirm(step, reason)
  return context.agreed
}

function confirmationOf(step: PlannedStep, { plan, agreed }: RunContext) {
  if (!plan.live) return undefined
  if (step.effect === 'delete') return 'delete'
  if (step.confirm) return 'confirm'
  return step.effect !== 'read' && !agreed ? 'first-change' : undefined
}

function skipped(step: PlannedStep, context: RunContext, reason: string): StepReport {
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

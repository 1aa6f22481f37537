import type { PlannedStep } from '#schema/plan.ts'
import type { StepReport } from '#schema/report.ts'
import type { Decision, Doubt, RunContext } from './context.ts'
import { skipped } from './step-report.ts'

/** What a person decides about a step in doubt, told as an event. Undefined where nobody can be asked. */
export async function decide(doubt: Doubt, context: RunContext): Promise<Decision | undefined> {
  const { plan, asker, signal, emit, now } = context
  if (!plan.live || !asker || signal.aborted) return undefined
  const decision = await asker.decide(doubt).catch(stopWhenInterrupted)
  const { kind, ...reason } = decision
  emit({ kind: 'step-decided', step: doubt.step.id, at: now(), decision: kind, ...reason })
  return decision
}

/** What is decided about a step that ran: nothing where it passed, or was interrupted. */
export async function decisionAfter(
  doubt: Extract<Doubt, { kind: 'failed' }>,
  context: RunContext,
): Promise<Decision | undefined> {
  const { status } = doubt.report
  return status === 'passed' || status === 'interrupted' ? undefined : decide(doubt, context)
}

/** The report of a step that failed, with what a person then said of it. It stays a failure. */
export function decidedReport(report: StepReport, decision: Decision | undefined): StepReport {
  if (decision?.kind === 'finished') return { ...report, decided: 'finished', reason: 'said-finished' }
  if (decision?.kind === 'skipped') return { ...report, decided: 'skipped', reason: decision.reason }
  return report
}

/** The report of a step that an earlier attempt may have done, as a person decided; undefined when it is to run. */
export function triedReport(step: PlannedStep, context: RunContext, decision: Decision): StepReport | undefined {
  if (decision.kind === 'run') return undefined
  if (decision.kind === 'finished') return { ...skipped(step, context, 'said-finished'), decided: 'finished' }
  if (decision.kind === 'skipped') return { ...skipped(step, context, decision.reason), decided: 'skipped' }
  return { ...skipped(step, context, 'declined'), status: 'interrupted' }
}

function stopWhenInterrupted(error: unknown): Decision {
  if (!isInterrupt(error)) throw error
  return { kind: 'stop' }
}

const isInterrupt = (error: unknown) => error instanceof Error && error.name === 'AbortError'

/** The report of a step at whose question a person interrupted the run. Throws what is no interrupt on. */
export function interruptedBy(error: unknown, step: PlannedStep, context: RunContext): StepReport {
  if (!isInterrupt(error)) throw error
  return { ...skipped(step, context, 'declined'), status: 'interrupted' }
}

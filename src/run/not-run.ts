import type { Localized } from '#schema/locale.ts'
import type { PlannedStep } from '#schema/plan.ts'
import type { StepReport } from '#schema/report.ts'
import { checksAfter } from './checks.ts'
import type { RunContext } from './context.ts'
import { decide, triedReport } from './decide.ts'
import { skipped } from './step-report.ts'

/** The report of a step that does not run, or undefined when it must. Asks the person of a live run what is theirs to say. */
export async function notRun(step: PlannedStep, context: RunContext): Promise<StepReport | undefined> {
  if (context.stopped) return skipped(step, context, 'after-failure')
  if (step.skip === 'needs-docker') return checkedOnly(step, context, step.needs)
  if (step.skip) return skipped(step, context, step.skip)
  if (step.manual) return manual(step, context)
  const before = await doneBefore(step, context)
  if (before) return before
  if (await agreed(step, context)) return undefined
  return { ...skipped(step, context, 'declined'), status: 'interrupted' }
}

async function manual(step: PlannedStep, context: RunContext): Promise<StepReport> {
  const report = skipped(step, context, 'manual')
  const { plan, asker, emit, now } = context
  if (!plan.live || !asker) return checkedOnly(step, context, step.manual)
  const isDone = await asker.manual(step)
  emit({ kind: 'step-decided', step: step.id, at: now(), decision: isDone ? 'finished' : 'stop' })
  return isDone ? checkedOnly(step, context, step.manual) : { ...report, status: 'interrupted' }
}

/** Its text was checked with the page; it does not run here, for the reason the page gives. */
const checkedOnly = (step: PlannedStep, context: RunContext, reason: Localized | undefined): StepReport => ({
  ...skipped(step, context, 'manual'),
  evidence: 'checked',
  reason: reason?.[context.locale] ?? '',
})

/** A step that changes something, started before and was not seen to pass: what a person says of it. */
async function doneBefore(step: PlannedStep, context: RunContext): Promise<StepReport | undefined> {
  if (step.effect === 'read' || !context.resumed?.tried.has(step.id)) return undefined
  const checks = await checksAfter(step, context)
  const decision = await decide({ kind: 'tried', step, checks }, context)
  return triedReport(step, context, decision ?? { kind: 'stop' })
}

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

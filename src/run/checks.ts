import { type PlannedStep, plannedSteps } from '#schema/plan.ts'
import { judgedStep } from './attempt.ts'
import type { Check, RunContext } from './context.ts'

/** Runs the steps after one that only read, up to the next that does not: what they say tells whether it did its work. They run in their turn all the same. */
export async function checksAfter(step: PlannedStep, context: RunContext): Promise<Check[]> {
  const checks: Check[] = []
  for (const one of readersAfter(step, context)) {
    if (context.signal.aborted || (await context.guard?.(one, context.shell.variable))) break
    const { report, finding } = await judgedStep(one, context)
    checks.push({ step: one, status: report.status, ...(finding && { finding }) })
  }
  return checks
}

function readersAfter({ id }: PlannedStep, { plan }: RunContext): PlannedStep[] {
  const steps = plannedSteps(plan)
  const after = steps.slice(steps.findIndex((step) => step.id === id) + 1)
  const end = after.findIndex((step) => step.effect !== 'read' || step.skip || step.manual || step.background)
  return end < 0 ? after : after.slice(0, end)
}

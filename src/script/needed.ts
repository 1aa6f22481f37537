import type { Parameter } from '#schema/parameter/parameter.ts'
import { itemsOf, type Plan, type PlanItem } from '#schema/plan.ts'
import type { RunbookScript } from '#schema/script.ts'

/** The parameters a plan needs values of. */
export function neededParameters(plan: Plan): Readonly<Record<string, Parameter>> {
  const needed = neededNames(plan.script, itemsOf(plan))
  return Object.fromEntries(Object.entries(plan.script.parameters).filter(([name]) => needed.has(name)))
}

/**
 * Names of the parameters that a run of these items gets: those its steps and files read. One that
 * no step of the whole runbook reads by name may be read by a program, and is always there.
 */
export function neededNames(script: RunbookScript, items: readonly PlanItem[]): ReadonlySet<string> {
  const readers = script.items.filter((item) => item.kind === 'step')
  const run = items.filter((item) => item.kind === 'step').filter(({ skip }) => !skip || skip === 'finished')
  const files = items.flatMap((item) => (item.kind === 'file' ? [item.text] : []))
  const isNeeded = (name: string) =>
    !readers.some(({ uses }) => uses?.includes(name)) ||
    run.some(({ uses }) => uses?.includes(name)) ||
    files.some((text) => text.includes(name))
  return new Set(Object.keys(script.parameters).filter(isNeeded))
}

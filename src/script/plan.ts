import type { Inputs, Plan, PlanItem, PlannedStep, SkipReason } from '#schema/plan.ts'
import type { RunbookScript, ScriptStep } from '#schema/script.ts'
import type { ShellName } from '#schema/status.ts'

/** Which steps of a runbook to run; `only` may name several. */
export interface Selection {
  from?: string | undefined
  until?: string | undefined
  only?: readonly string[] | undefined
}

/** What the steps of a selection are called when the runbook has none of that name. */
export interface UnknownStep {
  unknown: string
  known: readonly string[]
}

export interface PlanRequest {
  script: RunbookScript
  inputs: Inputs
  shell: ShellName
  live: boolean
  selection: Selection
  /** Steps an earlier, interrupted run finished. */
  finished?: ReadonlySet<string>
}

/**
 * Decides what runs. A dry run runs undo steps too, at their place on the page, to
 * prove them; a live run leaves them out unless they are named. In a dry run, what
 * stands before the selection runs as preparation.
 */
export function planRun(request: PlanRequest): Plan | UnknownStep {
  const ids = stepIds(request.script)
  const unknown = selected(request.selection).find((id) => !ids.includes(id))
  if (unknown !== undefined) return { unknown, known: ids }
  const { script, inputs, shell, live } = request
  const all = script.items.flatMap((item): PlanItem[] => {
    if (item.kind === 'checked') return []
    return [item.kind === 'file' ? item : planStep(item, request, ids)]
  })
  const items = all.filter((item, index) => item.kind === 'step' || isNeeded(all.slice(index)))
  return { script, shell, live, inputs, items }
}

/** A file is written for the step after it; without that step it is left alone. */
function isNeeded(rest: readonly PlanItem[]): boolean {
  const next = rest.find((item) => item.kind === 'step' && item.skip !== 'undo')
  return next?.kind === 'step' && !next.skip
}

/** The step ids of a script in order. */
export function stepIds(script: RunbookScript): string[] {
  return script.items.flatMap((item) => (item.kind === 'step' ? [item.id] : []))
}

const selected = ({ from, until, only }: Selection): string[] =>
  [from, until, ...(only ?? [])].filter((id) => id !== undefined)

function planStep(step: ScriptStep, request: PlanRequest, ids: readonly string[]): PlannedStep {
  if (request.shell === 'embedded' && request.script.docker) return { ...step, skip: 'needs-docker' }
  const skip = skipReason(step, request, ids)
  if (!skip) return step
  return prepares(step, request, ids) ? { ...step, prepares: true } : { ...step, skip }
}

function skipReason(step: ScriptStep, request: PlanRequest, ids: readonly string[]): SkipReason | undefined {
  const { from, until, only } = request.selection
  const index = ids.indexOf(step.id)
  if (only) return only.includes(step.id) ? undefined : 'not-selected'
  if (from && index < ids.indexOf(from)) return 'not-selected'
  if (until && index > ids.indexOf(until)) return 'not-selected'
  if (request.finished?.has(step.id)) return 'finished'
  if (request.live && step.undoes && step.id !== from && step.id !== until) return 'undo'
  return undefined
}

/** A fixture is pristine: what stands before a selected step must run first. A real machine already has it. */
function prepares(step: ScriptStep, { live, selection }: PlanRequest, ids: readonly string[]): boolean {
  const last = Math.max(...selected(selection).map((id) => ids.indexOf(id)))
  return !live && ids.indexOf(step.id) < last
}

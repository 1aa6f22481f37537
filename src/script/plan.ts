import type { Inputs, Plan, PlanItem, PlannedProcedure, PlannedStep, SkipReason } from '#schema/plan.ts'
import type { Procedure } from '#schema/procedure.ts'
import type { RunbookScript, ScriptStep } from '#schema/script.ts'
import type { ShellName } from '#schema/status.ts'
import { neededNames } from './needed.ts'

/** Which part of a runbook to run: a procedure, and steps of it; `only` may name several. */
export interface Selection {
  procedure?: string | undefined
  from?: string | undefined
  until?: string | undefined
  only?: readonly string[] | undefined
}

/** Why there is no plan: a name nobody has, or a procedure that has to be chosen. */
export interface PlanProblem {
  problem: 'procedure-unknown' | 'procedure-needed' | 'step-unknown' | 'step-elsewhere' | 'nothing-selected'
  /** The name nobody has; empty where there is none. */
  name: string
  /** The names there are. */
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
 * Decides what runs. A live run is of one procedure; a dry run of one, or of all in the order
 * declared. Every step of a procedure runs, in both. In a dry run, what has to come before runs
 * as preparation: the procedures it starts after, and the steps before a selected one.
 */
export function planRun(request: PlanRequest): Plan | PlanProblem {
  const unknown = unknownStep(request.script, request.selection)
  if (unknown) return unknown
  const chosen = chosenProcedures(request)
  if ('problem' in chosen) return chosen
  const { script, shell, live, inputs } = request
  const target = chosen.at(-1)
  const problem = target && selectionProblem(target, request.selection)
  if (problem) return problem
  const whole = isWhole(request.selection)
  const procedures = chosen.map((procedure) =>
    planProcedure(procedure, { ...request, prepares: !whole && procedure !== target }),
  )
  return { script, shell, live, inputs, procedures }
}

/** The steps of a script by id, in page order. */
export function stepIds(script: RunbookScript): string[] {
  return script.items.flatMap((item) => (item.kind === 'step' ? [item.id] : []))
}

/** All procedures of the runbook, each for its own sake. */
const isWhole = ({ procedure, from, until, only }: Selection) => !(procedure ?? from ?? until ?? only)

function chosenProcedures({ script, live, selection }: PlanRequest): readonly Procedure[] | PlanProblem {
  const { procedures } = script
  const known = procedures.map(({ id }) => id)
  if (selection.procedure !== undefined) {
    const named = procedures.find(({ id }) => id === selection.procedure)
    if (!named) return { problem: 'procedure-unknown', name: selection.procedure, known }
    return live ? [named] : withThoseBefore(named, procedures)
  }
  if (live && procedures.length > 1) return { problem: 'procedure-needed', name: '', known }
  if (live || isWhole(selection)) return procedures
  const holder = procedures.find(({ steps }) => named(selection).every((id) => steps.includes(id)))
  if (!holder) return { problem: 'procedure-needed', name: '', known }
  return withThoseBefore(holder, procedures)
}

/** A procedure and, before it, those it starts after. */
function withThoseBefore(procedure: Procedure, all: readonly Procedure[]): Procedure[] {
  const chain = [procedure]
  for (let before = procedure.after; before !== undefined; before = chain[0]?.after) {
    const found = all.find(({ id }) => id === before)
    if (!found || chain.includes(found)) break
    chain.unshift(found)
  }
  return chain
}

const named = ({ from, until, only }: Selection): string[] =>
  [from, until, ...(only ?? [])].filter((id) => id !== undefined)

/** A step nobody has. */
function unknownStep(script: RunbookScript, selection: Selection): PlanProblem | undefined {
  const all = stepIds(script)
  const name = named(selection).find((id) => !all.includes(id))
  return name === undefined ? undefined : { problem: 'step-unknown', name, known: all }
}

function selectionProblem({ steps }: Procedure, selection: Selection): PlanProblem | undefined {
  const name = named(selection).find((id) => !steps.includes(id))
  if (name !== undefined) return { problem: 'step-elsewhere', name, known: steps }
  const { from, until } = selection
  const isEmpty = from !== undefined && until !== undefined && steps.indexOf(from) > steps.indexOf(until)
  return isEmpty ? { problem: 'nothing-selected', name: from, known: steps } : undefined
}

type ProcedureRequest = PlanRequest & { prepares: boolean }

function planProcedure(procedure: Procedure, request: ProcedureRequest): PlannedProcedure {
  const items = itemsOfProcedure(request.script, procedure).map(
    (item): PlanItem => (item.kind === 'file' ? item : planStep(item, procedure, request)),
  )
  const needed = neededNames(request.script, items)
  const inputs = Object.fromEntries(Object.entries(request.inputs).filter(([name]) => needed.has(name)))
  return {
    procedure,
    inputs,
    items: items.filter((item, index) => item.kind === 'step' || isWritten(items.slice(index))),
  }
}

/** Its steps, and the files written for them: a file belongs to the step after it. */
export function itemsOfProcedure<Item extends { kind: 'step'; id: string } | { kind: 'file' | 'checked' }>(
  script: { items: readonly Item[] },
  { steps }: Procedure,
): Exclude<Item, { kind: 'checked' }>[] {
  const items = script.items.filter((item): item is Exclude<Item, { kind: 'checked' }> => item.kind !== 'checked')
  return items.filter((_, index) => {
    const step = items.slice(index).find(({ kind }) => kind === 'step')
    return step?.kind === 'step' && steps.includes(step.id)
  })
}

/** A file is written for the step after it; without that step it is left alone. */
function isWritten(rest: readonly PlanItem[]): boolean {
  const next = rest.find((item) => item.kind === 'step')
  return next?.kind === 'step' && !next.skip
}

function planStep(step: ScriptStep, { steps, docker }: Procedure, request: ProcedureRequest): PlannedStep {
  const needs = docker ?? request.script.docker
  if (request.shell === 'embedded' && needs) return { ...step, skip: 'needs-docker', needs }
  if (request.prepares) return { ...step, prepares: true }
  const skip = skipReason(step, request, steps)
  if (!skip) return step
  return comesBefore(step, request, steps) ? { ...step, prepares: true } : { ...step, skip }
}

function skipReason(step: ScriptStep, request: PlanRequest, ids: readonly string[]): SkipReason | undefined {
  const { from, until, only } = request.selection
  const index = ids.indexOf(step.id)
  if (only) return only.includes(step.id) ? undefined : 'not-selected'
  if (from && index < ids.indexOf(from)) return 'not-selected'
  if (until && index > ids.indexOf(until)) return 'not-selected'
  return request.finished?.has(step.id) ? 'finished' : undefined
}

/** A fixture is pristine: what stands before a selected step must run first. A real machine already has it. */
function comesBefore(step: ScriptStep, { live, selection }: PlanRequest, ids: readonly string[]): boolean {
  const last = Math.max(...named(selection).map((id) => ids.indexOf(id)))
  return !live && ids.indexOf(step.id) < last
}

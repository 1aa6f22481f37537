import type { Localized } from './locale.ts'
import type { Parameter } from './parameter/parameter.ts'
import type { Procedure } from './procedure.ts'
import type { RunbookScript, ScriptFile, ScriptStep } from './script.ts'
import type { ShellName } from './status.ts'

/** A value supplied for one run, and where it came from. */
export interface Input {
  value: string
  source: 'flag' | 'environment' | 'prompt' | 'default' | 'example' | 'journal'
  secret: boolean
}

export type Inputs = Readonly<Record<string, Input>>

/** Why a planned step will not run. */
export type SkipReason = 'not-selected' | 'finished' | 'needs-docker'

/**
 * `prepares`: not asked for, run all the same so that a pristine fixture holds what the selected steps need.
 * `needs`: why it is skipped where it needs the Docker fixture.
 */
export type PlannedStep = ScriptStep & { skip?: SkipReason; needs?: Localized; prepares?: true }
export type PlanItem = ScriptFile | PlannedStep

/** A procedure of a plan: what runs in one fresh shell, which has these inputs and no others. */
export interface PlannedProcedure {
  procedure: Procedure
  inputs: Inputs
  items: readonly PlanItem[]
}

/** Resolved steps and inputs, before anything runs. Its procedures run one after another in one world. */
export interface Plan {
  script: RunbookScript
  shell: ShellName
  live: boolean
  /** Of all its procedures: the world is made from them. */
  inputs: Inputs
  procedures: readonly PlannedProcedure[]
}

/** Whether nothing of a procedure runs. */
export const isIdle = ({ items }: PlannedProcedure): boolean =>
  items.every((item) => item.kind === 'step' && item.skip !== undefined)

/** All items of a plan in order; a step of several procedures is there once for each. */
export const itemsOf = ({ procedures }: Pick<Plan, 'procedures'>): PlanItem[] =>
  procedures.flatMap(({ items }) => items)

/** All steps of a plan in order. */
export const plannedSteps = (plan: Pick<Plan, 'procedures'>): PlannedStep[] =>
  itemsOf(plan).filter((item) => item.kind === 'step')

export const isSecret = (parameter: Parameter): boolean => parameter.type === 'secret'

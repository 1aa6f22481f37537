import type { Parameter } from './parameter.ts'
import type { RunbookScript, ScriptFile, ScriptStep } from './script.ts'
import type { ShellName } from './status.ts'

/** A value supplied for one run, and where it came from. */
export interface Input {
  value: string
  source: 'flag' | 'environment' | 'prompt' | 'default' | 'example'
  secret: boolean
}

export type Inputs = Readonly<Record<string, Input>>

/** Why a planned step will not run. */
export type SkipReason = 'not-selected' | 'undo' | 'finished' | 'needs-docker'

/** `prepares`: not asked for, run all the same so that a pristine fixture holds what the selected steps need. */
export type PlannedStep = ScriptStep & { skip?: SkipReason; prepares?: true }
export type PlanItem = ScriptFile | PlannedStep

/** Resolved steps and inputs, before anything runs. */
export interface Plan {
  script: RunbookScript
  shell: ShellName
  live: boolean
  inputs: Inputs
  items: readonly PlanItem[]
}

export const isSecret = (parameter: Parameter): boolean => parameter.type === 'secret'

import type { RunEvent } from '#schema/event.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { Plan, PlannedStep } from '#schema/plan.ts'
import type { StepReport } from '#schema/report.ts'
import type { Shell } from '#schema/shell.ts'
import type { StepStatus } from '#schema/status.ts'
import type { History } from './history.ts'
import type { Redactor } from './redact.ts'

/** What a person says of a step that failed, or that an earlier attempt may have done. */
export type Decision =
  | { kind: 'run' | 'finished' | 'roll-back' | 'stop' }
  /** Go on without it, and why. */
  | { kind: 'skipped'; reason: string }

/** What a person is asked to decide about: a step that failed, or one that started and was not seen to pass. */
export type Doubt =
  | { kind: 'failed'; step: PlannedStep; report: StepReport; finding?: FindingReport }
  | { kind: 'tried'; step: PlannedStep; checks: readonly Check[] }

/** What a step that only reads says of the one before it. */
export interface Check {
  step: PlannedStep
  status: StepStatus
  finding?: FindingReport
}

/** A person the run can ask. A dry run has none. Where they interrupt a question, it rejects with an AbortError. */
export interface Asker {
  /** Whether to go on with a step that changes or deletes something. */
  confirm(step: PlannedStep, reason: 'first-change' | 'delete' | 'confirm'): Promise<boolean>
  /** Shows a manual step and resolves once it was done. */
  manual(step: PlannedStep): Promise<boolean>
  decide(doubt: Doubt): Promise<Decision>
}

/** What an earlier, unfinished part of a run left to this one. */
export interface Resumed {
  /** Steps that started and were not seen to pass: one that changes something is not repeated without asking. */
  tried: ReadonlySet<string>
  /** Values its steps published, with secrets masked. */
  outputs: Readonly<Record<string, string>>
}

/** Why a step may not run: it fails, or a person did not want it. */
export interface Refusal {
  status: 'failed' | 'interrupted'
  message: string
}

/** Looks at a step whose turn it is, before it is asked about; `read` gives the values variables of the shell have now. */
export type Guard = (
  step: PlannedStep,
  read: (variable: string) => Promise<string | undefined>,
) => Promise<Refusal | undefined>

export interface RunRequest {
  plan: Plan
  shell: Shell
  locale: Locale
  signal: AbortSignal
  /** Takes every event, redacted, in order. One that it cannot take what a step prints for ends that step: it throws. */
  emit: (event: RunEvent) => void
  asker?: Asker
  guard?: Guard
  resumed?: Resumed
}

/** What steps need from the run they belong to. */
export interface RunContext extends RunRequest {
  redactor: Redactor
  history: History
  /** Id of the procedure under way. */
  procedure: string
  /** Of that procedure: inputs, and outputs captured so far. */
  variables: Record<string, string>
  outputs: Record<string, string>
  steps: StepReport[]
  /** The person has agreed to changes. */
  agreed: boolean
  /** The first status that was not a pass; the rest is then skipped. */
  stopped?: StepStatus
  now: () => string
}

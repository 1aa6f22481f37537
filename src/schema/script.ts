import type { ScriptEscalation } from './card.ts'
import type { EffectVerb } from './effect.ts'
import type { Expectation } from './expectation.ts'
import type { Localized } from './locale.ts'
import type { Parameter } from './parameter/parameter.ts'
import type { Procedure } from './procedure.ts'
import type { Execution } from './shell.ts'

/**
 * Runs the text between the backticks in the run's one shell. It takes no
 * interpolations: inputs reach bash as environment variables, never as code.
 */
export type Dollar = (text: TemplateStringsArray) => Promise<Execution>

/** Where something stands on each locale's page. */
export type Lines = Readonly<{ es: number; en?: number }>

export interface ScriptStep<Variable extends string = string, StepId extends string = string> {
  kind: 'step'
  id: StepId
  title: Localized
  lines: Lines
  effect: EffectVerb
  timeoutMs: number
  /** Variables of the run the text reads: parameters, and what earlier steps capture. */
  uses?: readonly Variable[]
  capture?: readonly Variable[]
  confirm?: true
  undoes?: NoInfer<StepId>
  exit?: number
  /** Keeps running while later steps run, once `ready` (bash) succeeds. */
  background?: { ready: string }
  /** Why only a person can do it. */
  manual?: Localized
  expect?: readonly Expectation[]
  run: ($: Dollar) => Promise<Execution>
}

/** A file the page tells the reader to write, at its place in the order of steps. */
export interface ScriptFile {
  kind: 'file'
  path: string
  lines: Lines
  text: string
}

/** A bash block that is checked and not run, and why. */
export interface ScriptChecked {
  kind: 'checked'
  lines: Lines
  reason: Localized
}

export type ScriptItem<Variable extends string = string, StepId extends string = string> =
  | ScriptStep<Variable, StepId>
  | ScriptFile
  | ScriptChecked

export interface RunbookScript<
  Name extends string = string,
  Captured extends string = string,
  StepId extends string = string,
> {
  id: string
  system: string
  title: Localized
  sources: Readonly<{ es: string; en?: string }>
  /** SHA-256 of the source pages, to tell a stale script. */
  hash: string
  parameters: Readonly<Record<Name, Parameter>>
  /** In the order they are verified. A step may be of several. */
  procedures: readonly Procedure<NoInfer<StepId>>[]
  /** Why only the Docker fixture can run its steps. */
  docker?: Localized
  /** Its steps reproduce an incident: they run in a fixture and nowhere else. */
  incident?: true
  /** Whom to tell, and when. */
  escalation?: readonly ScriptEscalation[]
  items: readonly ScriptItem<NoInfer<Name> | Captured, StepId>[]
}

/** Types a generated script: a variable nobody declares or an undo of an unknown step does not compile. */
export function defineRunbook<Name extends string, Captured extends string, StepId extends string>(
  script: RunbookScript<Name, Captured, StepId>,
): RunbookScript {
  return script as unknown as RunbookScript
}

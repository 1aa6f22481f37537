import type { Finding } from '#finding/finding.ts'
import { formatDuration } from '#schema/duration.ts'
import { EFFECT_VERBS, type Effect } from '#schema/effect.ts'
import type { Place } from '#schema/place.ts'
import type { ScriptStep } from '#schema/script.ts'
import type { Execution } from '#schema/shell.ts'
import type { StepStatus } from '#schema/status.ts'
import { compareOutput, type Printed } from './expect.ts'
import { stepCaptureMissing } from './findings/capture-missing.ts'
import { stepEffectDiffers } from './findings/effect-differs.ts'
import { stepFailed } from './findings/failed.ts'
import { stepNotCheckable } from './findings/not-checkable.ts'
import { stepOutputDiffers } from './findings/output-differs.ts'
import { stepTimedOut } from './findings/timed-out.ts'

/** What is known once a step's text has run. */
export interface Ran {
  step: ScriptStep
  execution: Execution
  /** What it printed, without secrets, for messages: a part of an encoded secret could not be told any more. */
  shown: Printed & Pick<Ran, 'variables'>
  /** Inputs and captured variables, for expected outputs that name them. */
  variables: Readonly<Record<string, string>>
  /** Captured variables that are empty or unset. */
  missing: readonly string[]
  /** Position on the page of a line: lines of the block count from its fence. */
  placeAt: (line: number) => Place
  /** The line of the step's fence on the page read. */
  fenceLine: number
  /** The command that repeats this step. */
  repeat: string
}

export interface Outcome {
  status: StepStatus
  finding?: Finding
}

/** Judges a step: the first thing wrong with it, or `passed`. */
export function judge(ran: Ran): Outcome {
  if (ran.execution.end === 'interrupted') return { status: 'interrupted' }
  for (const verdict of VERDICTS) {
    const outcome = verdict(ran)
    if (outcome) return outcome
  }
  return { status: 'passed' }
}

type Verdict = (ran: Ran) => Outcome | undefined

const notCheckable: Verdict = ({ step, execution, placeAt, fenceLine }) => {
  const reason = execution.notCheckable
  if (reason === undefined) return undefined
  const place = placeAt(fenceLine + (execution.failedLine ?? 0))
  return { status: 'not-checkable', finding: stepNotCheckable.at(place, { step: step.id, reason }) }
}

const timedOut: Verdict = ({ step, execution, shown, placeAt, fenceLine }) => {
  if (execution.end !== 'timed-out') return undefined
  const place = placeAt(fenceLine + (execution.failedLine ?? 0))
  const output = lastMessage(shown)
  const data = { step: step.id, timeout: formatDuration(step.timeoutMs), ...(output && { output }) }
  return { status: 'timed-out', finding: stepTimedOut.at(place, data) }
}

const exitStatus: Verdict = ({ step, execution, shown, placeAt, fenceLine, repeat }) => {
  const expected = step.exit ?? 0
  if (execution.exitCode === expected) return undefined
  const place = placeAt(fenceLine + (execution.failedLine ?? 1))
  const output = lastMessage(shown)
  const data = { step: step.id, found: execution.exitCode, expected, command: repeat, ...(output && { output }) }
  return { status: 'failed', finding: stepFailed.at(place, data) }
}

const effects: Verdict = ({ step, execution, placeAt, fenceLine }) => {
  const beyond = execution.effects.find((effect) => exceeds(effect, step))
  if (!beyond) return undefined
  const data = { step: step.id, declared: step.effect, ...beyond }
  return { status: 'failed', finding: stepEffectDiffers.at(placeAt(fenceLine), data) }
}

const output: Verdict = ({ step, execution, shown, placeAt, variables, fenceLine }) => {
  for (const expectation of step.expect ?? []) {
    const difference = compareOutput(expectation, execution, variables)
    if (!difference) continue
    const offset = expectation.line - step.lines.es + difference.line
    const { found } = compareOutput(expectation, shown, shown.variables) ?? difference
    const data = { step: step.id, mode: expectation.mode, expected: difference.expected, found }
    return { status: 'failed', finding: stepOutputDiffers.at(placeAt(fenceLine + offset), data) }
  }
  return undefined
}

const captures: Verdict = ({ step, missing, placeAt, fenceLine }) => {
  const name = missing[0]
  if (name === undefined) return undefined
  return { status: 'failed', finding: stepCaptureMissing.at(placeAt(fenceLine), { step: step.id, name }) }
}

const VERDICTS: readonly Verdict[] = [notCheckable, timedOut, exitStatus, effects, output, captures]

/** A change needs `create` or `update`, a removal `delete`; what a step declares covers all below it. */
function exceeds({ verb }: Effect, { effect }: ScriptStep): boolean {
  const weight = (one: Effect['verb']) =>
    one === 'create' ? EFFECT_VERBS.indexOf('update') : EFFECT_VERBS.indexOf(one)
  return weight(verb) > weight(effect)
}

/** The last line a failing command left, on stderr if it can be; an address in it says nothing of what failed. */
function lastMessage({ stderr, stdout }: Printed): string | undefined {
  const lines = (stderr.trim() || stdout.trim()).split('\n')
  const error = lines.findLast((line) => TELLING.test(line.replaceAll(/https?:\S+/g, ''))) ?? lines.at(-1)
  return error?.trim().slice(0, 400) || undefined
}

const TELLING = /error|denied|fail|not found|invalid/i

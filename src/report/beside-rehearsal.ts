import type { RunReport, StepReport } from '#schema/report.ts'
import { type Change, changes } from './effects.ts'

/** A live run beside the rehearsal of the same. */
export interface BesideRehearsal {
  /** What the rehearsal changed; whether all the steps that did passed here. */
  effects: readonly (Change & { done: boolean })[]
  /** Steps that did not pass here. */
  notPassed: readonly StepReport[]
  /** Outputs of another value. */
  outputs: readonly { name: string; here: string; there: string }[]
  /** Steps that took much longer here, in milliseconds. */
  slower: readonly { id: string; here: number; there: number }[]
  /** What all took, in milliseconds. */
  took: { here: number; there: number }
}

/** More than this many times what the rehearsal took, and this many milliseconds, is much longer. */
const SLOWER = { times: 3, milliseconds: 10_000 }

/** Compares a live run with the rehearsal of the same procedure, `steps` of it. What an earlier part of the run did has passed. */
export function besideRehearsal(
  live: Pick<RunReport, 'steps' | 'outputs' | 'durationMs'>,
  { outputs, steps }: Pick<RunReport, 'steps' | 'outputs'>,
): BesideRehearsal {
  const here = new Map(live.steps.map((step) => [step.id, step]))
  const passed = new Set(live.steps.filter(hasPassed).map(({ id }) => id))
  return {
    effects: changes(steps).map((change) => ({ ...change, done: change.steps.every((id) => passed.has(id)) })),
    notPassed: steps.flatMap(({ id }) => (passed.has(id) ? [] : (here.get(id) ?? []))),
    outputs: Object.entries(live.outputs).flatMap(([name, value]) => {
      const there = outputs[name]
      return there === undefined || there === value ? [] : [{ name, here: value, there }]
    }),
    slower: steps.flatMap(({ id, durationMs: there }) => {
      const took = here.get(id)?.durationMs ?? 0
      const isSlower = took > SLOWER.times * there && took - there > SLOWER.milliseconds
      return isSlower ? [{ id, here: took, there }] : []
    }),
    took: { here: live.durationMs, there: steps.reduce((sum, { durationMs }) => sum + durationMs, 0) },
  }
}

const hasPassed = ({ status, reason, decided }: StepReport): boolean =>
  status === 'passed' || reason === 'finished' || decided === 'finished'

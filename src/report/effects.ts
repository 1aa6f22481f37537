import type { Effect } from '#schema/effect.ts'
import type { StepReport } from '#schema/report.ts'

/** A change of a resource, and the steps that make it. */
export interface Change {
  effect: Effect
  steps: string[]
}

/** Changes, each resource once per verb, with the steps that did it. Reads are counted by nobody. */
export function changes(steps: readonly Pick<StepReport, 'id' | 'effects'>[]): Change[] {
  const found = new Map<string, Change>()
  for (const step of steps) {
    for (const effect of step.effects.filter(({ verb }) => verb !== 'read')) {
      const key = [effect.verb, effect.kind, effect.name].join('\0')
      const entry = found.get(key) ?? { effect, steps: [] }
      if (!entry.steps.includes(step.id)) entry.steps.push(step.id)
      found.set(key, entry)
    }
  }
  return [...found.values()]
}

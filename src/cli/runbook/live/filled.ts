import { parseBash } from '#document/bash/read.ts'
import { showControls } from '#report/style.ts'
import type { Inputs, PlannedStep } from '#schema/plan.ts'
import { stepText } from '#script/step-text.ts'

/** The text of a step for people: with the values of inputs in the place of their variables, where bash would put them, and secrets masked. */
export function filledText(step: PlannedStep, inputs: Inputs): string {
  const text = stepText(step)
  const { reads, writes } = parseBash(text)
  const own = new Set(writes.map(({ name }) => name))
  const filled = reads.filter(({ name, guarded }) => inputs[name] && !own.has(name) && !guarded)
  return filled
    .sort((one, other) => other.start - one.start)
    .reduce((shown, { name, start, end }) => shown.slice(0, start) + shownValue(inputs[name]) + shown.slice(end), text)
}

const shownValue = (input: Inputs[string] | undefined) => (input?.secret ? '***' : showControls(input?.value ?? ''))

import type { BashVariable } from '#document/bash-model.ts'
import { isRunbook, placeIn, type Runbook, type StepBlock, stepsOf } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { namesExpected } from '#schema/expectation.ts'
import { SYSTEM_VARIABLES } from '../page/system-variables.ts'
import type { Rule } from '../rule.ts'

/** Variables that nothing gives a value. */
export const undeclared: Rule = ({ page, blocks }) => {
  if (!isRunbook(page)) return []
  const known = new Set([...Object.keys(page.header.parameters)])
  return blocks.flatMap((block) => {
    const here = new Set(block.script.writes.map(({ name }) => name))
    const unknown = block.script.reads.filter(
      (read) => !read.guarded && !known.has(read.name) && !here.has(read.name) && !SYSTEM_VARIABLES.has(read.name),
    )
    if (block.kind === 'step') for (const name of here) known.add(name)
    return firstOfEach(unknown).map(({ name, start, end }) =>
      finding('PARAMETER_UNDECLARED', placeIn(page, block, start, end), {
        name,
        suggestion: suggest(name, new Set([...known, ...here])),
      }),
    )
  })
}

function firstOfEach(reads: readonly BashVariable[]): BashVariable[] {
  return [...Map.groupBy(reads, ({ name }) => name).values()].map((same) => same[0] as BashVariable)
}

/** Parameters no block reads, and parameters a block overwrites. */
export const unusedParameter: Rule = ({ page, blocks }) => {
  if (!isRunbook(page)) return []
  const used = new Set(blocks.flatMap(({ script }) => script.reads.map(({ name }) => name)))
  for (const step of stepsOf(page)) for (const name of readyReads(step)) used.add(name)
  const unused = [...page.parameterPlaces].filter(
    ([name]) => Object.hasOwn(page.header.parameters, name) && !used.has(name),
  )
  return [...unused.map(([name, place]) => finding('PARAMETER_UNUSED', place, { name })), ...overwritten(page)]
}

/** `ready` is bash too; a word search is enough to tell that a name is used. */
const readyReads = ({ fence }: StepBlock) =>
  [...(fence.ready ?? '').matchAll(/\$\{?(\w+)/g)].map(([, name]) => name as string)

function overwritten(page: Runbook): Finding[] {
  return stepsOf(page).flatMap((step) =>
    step.script.writes
      .filter(({ name }) => Object.hasOwn(page.header.parameters, name))
      .map(({ name, start, end }) => finding('PARAMETER_ASSIGNED', placeIn(page, step, start, end), { name })),
  )
}

/** An expected output that names a value compares with it: that is a use as well. */
const expectedReads = ({ expect }: StepBlock) =>
  expect.flatMap(({ text }) => namesExpected(text).map(({ name }) => name))

/** Captured variables nothing reads afterwards. */
export const unusedCapture: Rule = ({ page }) => {
  const steps = stepsOf(page)
  return steps.flatMap((step, index) => {
    if (step.fence.capture.length === 0) return []
    const later = new Set(
      steps
        .slice(index + 1)
        .flatMap((other) => [
          ...other.script.reads.map(({ name }) => name),
          ...readyReads(other),
          ...expectedReads(other),
        ]),
    )
    const unused = step.fence.capture.filter((name) => !later.has(name))
    return unused.map((name) => finding('PARAMETER_CAPTURE_UNUSED', step.keys.get('capture') ?? step.place, { name }))
  })
}

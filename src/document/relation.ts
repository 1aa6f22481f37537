import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { Block, StepBlock } from './model.ts'

/** Gives each step the expected outputs that follow it, and finds what is wrong between blocks. */
export function relateBlocks(blocks: readonly Block[]): { blocks: Block[]; findings: Finding[] } {
  const related: Block[] = []
  const findings: Finding[] = []
  let step: { index: number } | undefined
  for (const block of blocks) {
    if (block.kind !== 'expect') step = block.kind === 'step' ? { index: related.length } : undefined
    else if (!step || related[step.index]?.heading !== block.heading)
      findings.push(finding('FENCE_EXPECT_ORPHAN', block.place))
    else {
      const before = related[step.index] as StepBlock
      related[step.index] = { ...before, expect: [...before.expect, block] }
    }
    related.push(block)
  }
  return { blocks: related, findings }
}

/** Steps with an id taken, an undo of nothing, or on a page that is no runbook. */
export function stepFindings(blocks: readonly Block[], isRunbook: boolean): Finding[] {
  const steps = blocks.filter((block) => block.kind === 'step')
  return [
    ...(isRunbook ? [] : steps.map(outside)),
    ...duplicates(steps),
    ...steps.flatMap((step) => undoes(step, steps)),
  ]
}

const placeOfKey = (step: StepBlock, key: string) => step.keys.get(key) ?? step.place

const outside = (step: StepBlock) =>
  finding('FENCE_STEP_OUTSIDE_RUNBOOK', placeOfKey(step, 'step'), { step: step.fence.step })

function duplicates(steps: readonly StepBlock[]): Finding[] {
  const first = new Map<string, number>()
  return steps.flatMap((step) => {
    const id = step.fence.step
    const line = first.get(id)
    if (line !== undefined) return [finding('FENCE_STEP_DUPLICATE', placeOfKey(step, 'step'), { step: id, line })]
    first.set(id, step.place.start.line)
    return []
  })
}

function undoes(step: StepBlock, steps: readonly StepBlock[]): Finding[] {
  const found = step.fence.undoes
  const others = steps.map(({ fence }) => fence.step).filter((id) => id !== step.fence.step)
  if (found === undefined || others.includes(found)) return []
  return [finding('FENCE_UNDOES_UNKNOWN', placeOfKey(step, 'undoes'), { found, suggestion: suggest(found, others) })]
}

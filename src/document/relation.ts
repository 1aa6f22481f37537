import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import { fenceExpectOrphan } from './findings/fence/expect-orphan.ts'
import { fenceStepDuplicate } from './findings/fence/step-duplicate.ts'
import { fenceStepOutsideRunbook } from './findings/fence/step-outside-runbook.ts'
import { fenceUndoesUnknown } from './findings/fence/undoes-unknown.ts'
import type { Block, StepBlock } from './model.ts'

/** Gives each step the expected outputs that follow it, and finds what is wrong between blocks. */
export function relateBlocks(blocks: readonly Block[]): { blocks: Block[]; findings: Finding[] } {
  const related: Block[] = []
  const findings: Finding[] = []
  let step: { index: number } | undefined
  for (const block of blocks) {
    if (block.kind !== 'expect') step = block.kind === 'step' ? { index: related.length } : undefined
    else if (!step || related[step.index]?.heading !== block.heading) findings.push(fenceExpectOrphan.at(block.place))
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

const outside = (step: StepBlock) => fenceStepOutsideRunbook.at(placeOfKey(step, 'step'), { step: step.fence.step })

function duplicates(steps: readonly StepBlock[]): Finding[] {
  const first = new Map<string, number>()
  return steps.flatMap((step) => {
    const id = step.fence.step
    const line = first.get(id)
    if (line !== undefined) return [fenceStepDuplicate.at(placeOfKey(step, 'step'), { step: id, line })]
    first.set(id, step.place.start.line)
    return []
  })
}

function undoes(step: StepBlock, steps: readonly StepBlock[]): Finding[] {
  const found = step.fence.undoes
  const others = steps.map(({ fence }) => fence.step).filter((id) => id !== step.fence.step)
  if (found === undefined || others.includes(found)) return []
  return [fenceUndoesUnknown.at(placeOfKey(step, 'undoes'), { found, suggestion: suggest(found, others) })]
}

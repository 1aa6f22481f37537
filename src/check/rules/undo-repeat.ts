import { isRunbook, type Runbook, type StepBlock, stepsOf } from '#document/model.ts'
import { proceduresOf } from '#document/procedure.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Rule } from '../rule.ts'

/**
 * Steps that put another version where an earlier one of the same procedure put its own: whoever
 * runs the procedure does both, and what the first one did is gone.
 */
export const undoRepeat: Rule = ({ page }) => {
  // Incidents are reproduced in a fixture alone.
  if (page.incident || !isRunbook(page)) return []
  const updates = stepsOf(page).filter(({ fence }) => fence.effect === 'update')
  const repeats = proceduresOf(page).flatMap(({ steps }) => {
    const own = updates.filter(({ fence }) => steps.includes(fence.step))
    return own.flatMap((step, index) => {
      const first = own.slice(0, index).find((other) => differsInVersion(page, other, step))
      return first ? [[step, first] as const] : []
    })
  })
  return [...new Map(repeats)].map(
    ([step, first]): Finding => finding('STEP_UNDO_REPEATS', step.place, { maker: first.fence.step }),
  )
}

/** Whether two steps are the same words but for one, which reads a version in both. Another machine or service is another thing. */
function differsInVersion(page: Runbook, one: StepBlock, other: StepBlock): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const different = a.flatMap((word, index) => (word === b[index] ? [] : [word, b[index] ?? '']))
  return a.length === b.length && different.length === 2 && different.every((word) => readsVersion(page, word))
}

const readsVersion = ({ header }: Runbook, word: string): boolean =>
  Object.entries(header.parameters).some(
    ([name, { type }]) => type === 'image-tag' && new RegExp(`\\$\\{?${name}\\b`).test(word),
  )

const wordsOf = ({ text }: StepBlock) => text.trim().split(/\s+/)

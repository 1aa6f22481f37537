import { isRunbook, type Runbook, type StepBlock, stepsOf } from '#document/model.ts'
import { type PageProcedure, proceduresOf } from '#document/procedure.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Rule } from '../rule.ts'
import { placeOfKey } from './procedure.ts'

/** Procedures that change something and do not say how to go back. */
export const procedureUndo: Rule = ({ page }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  return proceduresOf(page).flatMap((procedure): Finding[] => {
    const { id, undo, irreversible } = procedure
    const change = own(page, procedure).find(({ fence }) => fence.effect !== 'read')
    if (!change || undo !== undefined || irreversible !== undefined) return []
    return [finding('PROCEDURE_UNDO_MISSING', placeOfKey(page, procedure, 'id'), { id, step: change.fence.step })]
  })
}

/**
 * Checks of a procedure that stand after a step which undoes another, in the same section of the page, where
 * the procedure does not run that step. What every procedure looks at last has a section of its own.
 */
export const checkWithoutUndo: Rule = ({ page }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  const all = stepsOf(page)
  return proceduresOf(page).flatMap((procedure) =>
    own(page, procedure).flatMap((step): Finding[] => {
      const undo = step.fence.effect === 'read' ? lastChange(all.slice(0, all.indexOf(step))) : undefined
      if (!undo?.fence.undoes || procedure.steps.includes(undo.fence.step)) return []
      if (!procedure.steps.includes(undo.fence.undoes) || sectionAt(page, step) !== sectionAt(page, undo)) return []
      const data = { id: procedure.id, step: step.fence.step, undo: undo.fence.step }
      return [finding('PROCEDURE_CHECK_WITHOUT_UNDO', step.keys.get('step') ?? step.place, data)]
    }),
  )
}

/** The heading of the section, with all its subsections, that a step stands in. */
const sectionAt = ({ headings }: Runbook, { place }: StepBlock) =>
  headings.findLast((heading) => heading.depth <= 2 && heading.place.start.line < place.start.line)

const lastChange = (steps: readonly StepBlock[]) => steps.findLast(({ fence }) => fence.effect !== 'read')

const own = (page: Runbook, { steps }: PageProcedure): StepBlock[] =>
  stepsOf(page).filter(({ fence }) => steps.includes(fence.step))

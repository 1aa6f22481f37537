import { isRunbook, placeIn, type Runbook, type StepBlock, stepsOf } from '#document/model.ts'
import { type PageProcedure, proceduresOf } from '#document/procedure.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { namesExpected } from '#schema/expectation.ts'
import type { Place } from '#schema/place.ts'
import { SYSTEM_VARIABLES } from '../page/system-variables.ts'
import type { Rule } from '../rule.ts'

/**
 * Variables a step reads, or an expected output names, that another step of the page sets but none
 * of the procedure before it: each procedure starts in a new terminal. What no step sets is
 * `PARAMETER_UNDECLARED`.
 */
export const procedureVariable: Rule = ({ page }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  const makers = makersOf(page)
  return proceduresOf(page).flatMap((procedure) => unset(page, procedure, makers))
}

/** The first step that sets each variable. */
function makersOf(page: Runbook): ReadonlyMap<string, string> {
  const makers = new Map<string, string>()
  for (const { script, fence } of stepsOf(page))
    for (const { name } of script.writes) if (!makers.has(name)) makers.set(name, fence.step)
  return makers
}

function unset(page: Runbook, { id, steps }: PageProcedure, makers: ReadonlyMap<string, string>): Finding[] {
  const known = new Set([...Object.keys(page.header.parameters), ...SYSTEM_VARIABLES])
  const told = new Set<string>()
  return stepsOf(page)
    .filter(({ fence }) => steps.includes(fence.step))
    .flatMap((step) => {
      const here = new Set(step.script.writes.map(({ name }) => name))
      const lacking = readsOf(page, step).filter(({ name }) => !known.has(name) && !here.has(name) && !told.has(name))
      for (const name of here) known.add(name)
      return lacking.flatMap(({ name, place }): Finding[] => {
        const maker = makers.get(name)
        if (maker === undefined || told.has(name)) return []
        told.add(name)
        return [finding('PROCEDURE_VARIABLE', place, { id, name, maker })]
      })
    })
}

interface Read {
  name: string
  place: Place
}

function readsOf(page: Runbook, step: StepBlock): Read[] {
  const inText = step.script.reads
    .filter(({ guarded }) => !guarded)
    .map(({ name, start, end }) => ({ name, place: placeIn(page, step, start, end) }))
  const expected = step.expect.flatMap(({ text, place }) => namesExpected(text).map(({ name }) => ({ name, place })))
  return [...inText, ...expected]
}

import { isRunbook, type Runbook, stepsOf } from '#document/model.ts'
import { type PageProcedure, proceduresOf, stepsIn } from '#document/procedure.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { Place } from '#schema/place.ts'
import type { Rule } from '../rule.ts'

/** Procedures that name what the page or its system has not, and steps no procedure has. */
export const procedureNames: Rule = ({ page }, { situations }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  const declared = proceduresOf(page)
  const known = situations?.(page.header.system)
  return declared.flatMap((procedure, index) => [
    ...duplicate(page, procedure, declared.slice(0, index)),
    ...unknownSteps(page, procedure),
    ...unknownSituation(page, procedure, known),
    ...unknownReferences(page, procedure, declared),
  ])
}

/** Steps of a page with procedures that are of none of them. */
export const stepOutside: Rule = ({ page }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  const inside = new Set(proceduresOf(page).flatMap(({ steps }) => steps))
  return stepsOf(page)
    .filter(({ fence }) => !inside.has(fence.step))
    .map(({ fence, keys, place }) => finding('PROCEDURE_STEP_OUTSIDE', keys.get('step') ?? place, { step: fence.step }))
}

/** Where a key of a procedure stands. */
export const placeOfKey = (page: Runbook, { declared }: PageProcedure, ...keys: readonly string[]): Place =>
  page.placeAt(['runbook', 'procedures', String(declared), ...keys])

function duplicate(page: Runbook, procedure: PageProcedure, before: readonly PageProcedure[]): Finding[] {
  const { id } = procedure
  return before.some((other) => other.id === id)
    ? [finding('PROCEDURE_DUPLICATE', placeOfKey(page, procedure, 'id'), { id })]
    : []
}

function unknownSteps(page: Runbook, procedure: PageProcedure): Finding[] {
  const { id, declared } = procedure
  const ids = stepsOf(page).map(({ fence }) => fence.step)
  const ranges = page.header.procedures?.[declared ?? -1]?.steps ?? []
  return ranges.flatMap((found, index) => {
    if (stepsIn(found, ids).length > 0) return []
    const wrong = found.split('..').find((name) => !ids.includes(name))
    const data = { id, found, suggestion: wrong && suggest(wrong, ids) }
    return [finding('PROCEDURE_STEP_UNKNOWN', placeOfKey(page, procedure, 'steps', String(index)), data)]
  })
}

function unknownSituation(page: Runbook, procedure: PageProcedure, known: ReadonlySet<string> | undefined): Finding[] {
  const { situation: found } = procedure
  if (found === undefined || !known || known.has(found)) return []
  const data = { system: page.header.system, found, suggestion: suggest(found, known) }
  return [finding('PROCEDURE_SITUATION_UNKNOWN', placeOfKey(page, procedure, 'situation'), data)]
}

/** `undo` names any other procedure; `after` one declared before it, which is verified before it. */
function unknownReferences(page: Runbook, procedure: PageProcedure, declared: readonly PageProcedure[]): Finding[] {
  const others = declared.map(({ id }) => id).filter((id) => id !== procedure.id)
  const earlier = declared.slice(0, procedure.declared).map(({ id }) => id)
  const where = { whereEs: ' declarado antes', whereEn: ' declared before it' }
  const allowed = { undo: { names: others }, after: { names: earlier, ...where } }
  return (['undo', 'after'] as const).flatMap((key) => {
    const found = procedure[key]
    const { names, ...words } = { whereEs: '', whereEn: '', ...allowed[key] }
    if (found === undefined || names.includes(found)) return []
    const data = { id: procedure.id, key, found, suggestion: suggest(found, names), ...words }
    return [finding('PROCEDURE_REFERENCE_UNKNOWN', placeOfKey(page, procedure, key), data)]
  })
}

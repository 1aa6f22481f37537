import { cardOf } from '#schema/card.ts'
import type { ProcedureDeclaration } from '#schema/procedure.ts'
import { type Runbook, stepsOf } from './model.ts'

/** A procedure of one page, its steps by id in page order. `declared` is its index in the header, absent where the page declares none. */
export interface PageProcedure extends Omit<ProcedureDeclaration, 'steps'> {
  declared?: number
  steps: readonly string[]
}

/**
 * The procedures of a page in the order declared. A page that declares none has one, named by
 * its id, of all its steps. Steps nobody has are left out: a rule names them.
 */
export function proceduresOf(page: Runbook): PageProcedure[] {
  const ids = stepsOf(page).map(({ fence }) => fence.step)
  const { procedures, id, except, description } = { ...page.header, description: page.description }
  if (!procedures)
    return [
      {
        id,
        title: page.title,
        when: description ?? page.title,
        ...cardOf(page.header),
        steps: ids,
        ...(except && { except }),
      },
    ]
  return procedures.map((one, declared) => {
    const named = new Set(one.steps.flatMap((range) => stepsIn(range, ids)))
    const steps = ids.filter((step) => named.has(step))
    return {
      ...one,
      ...cardOf(page.header, one),
      declared,
      steps,
      ...((except ?? one.except) && { except: { ...except, ...one.except } }),
    }
  })
}

/** The steps a range names, `a..b` or one id; none where it names a step the page has not, or ends before it begins. */
export function stepsIn(range: string, ids: readonly string[]): string[] {
  const [first = '', last = first] = range.split('..')
  const [from, to] = [ids.indexOf(first), ids.indexOf(last)]
  return from < 0 || to < from ? [] : ids.slice(from, to + 1)
}

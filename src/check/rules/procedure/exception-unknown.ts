import { pageRule } from '#check/rule.ts'
import { isRunbook, type Runbook } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import { suggest } from '#schema/spelling.ts'

export const procedureExceptionUnknown = defineFinding({
  code: 'PROCEDURE_EXCEPTION_UNKNOWN',
  severity: 'error',
  es: {
    message: 'Se exceptúa «{found}», y el sistema {system} no declara ninguna variación así.',
    hint: 'Las que hay están en variations de runbooks/fixtures/{system}/seed.yaml.[? Quizá querías «{suggestion}».]',
    why: 'Una excepción que no exceptúa nada parece una decisión y es una errata, o el resto de una variación que ya no existe.',
  },
  en: {
    message: 'It excepts `{found}`, and the system {system} declares no variation of that name.',
    hint: 'Those there are stand in variations of runbooks/fixtures/{system}/seed.yaml.[? Did you mean `{suggestion}`?]',
    why: 'An exception from nothing looks like a decision and is a slip, or what is left of a variation that is gone.',
  },
  of: 'procedures',
  wrong: [
    '- { id: look, title: Mirar, when: Siempre, steps: look, except: { secnd-run: la segunda vez no hay nada } }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
  right: [
    '- { id: look, title: Mirar, when: Siempre, steps: look, except: { second-run: la segunda vez no hay nada } }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
})

/** Variations a page excepts that its system does not declare. */
export const unknownException = pageRule([procedureExceptionUnknown], ({ page }, { variations }) => {
  const known = isRunbook(page) ? variations?.(page.header.system) : undefined
  if (!isRunbook(page) || !known) return []
  return exceptionsOf(page)
    .filter(({ found }) => !known.has(found))
    .map(({ found, path }) => {
      const data = { system: page.header.system, found, suggestion: suggest(found, known) }
      return procedureExceptionUnknown.at(page.placeAt([...path, found]), data)
    })
})

/** Those of the page and of each of its procedures, and where they stand in its header. */
function exceptionsOf({ header: { except, procedures = [] } }: Runbook): { found: string; path: string[] }[] {
  const all = [
    { except, path: ['runbook', 'except'] },
    ...procedures.map((one, index) => ({
      except: one.except,
      path: ['runbook', 'procedures', String(index), 'except'],
    })),
  ]
  return all.flatMap((one) => Object.keys(one.except ?? {}).map((found) => ({ found, path: one.path })))
}

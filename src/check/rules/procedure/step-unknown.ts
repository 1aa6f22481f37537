import { type Runbook, stepsOf } from '#document/model.ts'
import { type PageProcedure, stepsIn } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import { placeOfKey } from './place-of-key.ts'

export const procedureStepUnknown = defineFinding({
  code: 'PROCEDURE_STEP_UNKNOWN',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» nombra «{found}», que no son pasos de la página en ese orden.',
    hint: 'Escribe un paso, o un intervalo primero..último.[? Quizá querías «{suggestion}».]',
    why: 'Un procedimiento con un paso que no existe haría menos de lo que dice.',
  },
  en: {
    message: 'The procedure `{id}` names `{found}`, which are not steps of the page in that order.',
    hint: 'Write a step, or a range first..last.[? Did you mean `{suggestion}`?]',
    why: 'A procedure with a step that does not exist would do less than it says.',
  },
  of: 'procedures',
  wrong: [
    '- { id: look, title: Mirar, when: Siempre, steps: [look, lok-again] }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
  right: [
    '- { id: look, title: Mirar, when: Siempre, steps: look }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
})

export function unknownSteps(page: Runbook, procedure: PageProcedure): Finding[] {
  const { id, declared } = procedure
  const ids = stepsOf(page).map(({ fence }) => fence.step)
  const ranges = page.header.procedures?.[declared ?? -1]?.steps ?? []
  return ranges.flatMap((found, index) => {
    if (stepsIn(found, ids).length > 0) return []
    const wrong = found.split('..').find((name) => !ids.includes(name))
    const data = { id, found, suggestion: wrong && suggest(wrong, ids) }
    return [procedureStepUnknown.at(placeOfKey(page, procedure, 'steps', String(index)), data)]
  })
}

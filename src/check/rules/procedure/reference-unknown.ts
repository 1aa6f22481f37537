import type { Runbook } from '#document/model.ts'
import type { PageProcedure } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import { placeOfKey } from './place-of-key.ts'

export const procedureReferenceUnknown = defineFinding({
  code: 'PROCEDURE_REFERENCE_UNKNOWN',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» dice {key}: {found}, y no hay ningún otro procedimiento así{whereEs}.',
    hint: 'Nombra un procedimiento de la página.[? Quizá querías «{suggestion}».]',
    why: 'Quien tiene que volver atrás lo hace con lo que la página nombra. Y un procedimiento solo puede empezar donde acaba otro que se ha comprobado antes.',
  },
  en: {
    message: 'The procedure `{id}` says {key}: {found}, and there is no other procedure of that name{whereEn}.',
    hint: 'Name a procedure of the page.[? Did you mean `{suggestion}`?]',
    why: 'Whoever has to go back does so with what the page names. And a procedure can only start where another one ends that was verified before it.',
  },
  of: 'procedures',
  wrong: [
    '- { id: look, title: Mirar, when: Siempre, steps: look, after: prepare }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
  right: [
    '- { id: prepare, title: Preparar, when: Antes, steps: look }',
    '- { id: look, title: Mirar, when: Siempre, steps: look, after: prepare }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
})

/** `undo` names any other procedure; `after` one declared before it, which is verified before it. */
export function unknownReferences(
  page: Runbook,
  procedure: PageProcedure,
  declared: readonly PageProcedure[],
): Finding[] {
  const others = declared.map(({ id }) => id).filter((id) => id !== procedure.id)
  const earlier = declared.slice(0, procedure.declared).map(({ id }) => id)
  const where = { whereEs: ' declarado antes', whereEn: ' declared before it' }
  const allowed = { undo: { names: others }, after: { names: earlier, ...where } }
  return (['undo', 'after'] as const).flatMap((key) => {
    const found = procedure[key]
    const { names, ...words } = { whereEs: '', whereEn: '', ...allowed[key] }
    if (found === undefined || names.includes(found)) return []
    const data = { id: procedure.id, key, found, suggestion: suggest(found, names), ...words }
    return [procedureReferenceUnknown.at(placeOfKey(page, procedure, key), data)]
  })
}

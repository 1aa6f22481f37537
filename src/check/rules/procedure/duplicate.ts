import type { Runbook } from '#document/model.ts'
import type { PageProcedure } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { placeOfKey } from './place-of-key.ts'

export const procedureDuplicate = defineFinding({
  code: 'PROCEDURE_DUPLICATE',
  severity: 'error',
  es: {
    message: 'Hay otro procedimiento con el id «{id}».',
    hint: 'Dale otro id: es lo que se escribe para ejecutarlo.',
    why: 'El id es lo que se escribe para ejecutar un procedimiento. Con dos iguales, el segundo no se puede ejecutar nunca.',
  },
  en: {
    message: 'There is another procedure with the id `{id}`.',
    hint: 'Give it another id: it is what one types to run it.',
    why: 'The id is what one types to run a procedure. Of two that are the same, the second can never be run.',
  },
  of: 'procedures',
  wrong: [
    '- { id: look, title: Mirar, when: Siempre, steps: look }',
    '- { id: look, title: Mirar otra vez, when: Después, steps: look }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
  right: [
    '- { id: look, title: Mirar, when: Siempre, steps: look }',
    '- { id: look-again, title: Mirar otra vez, when: Después, steps: look }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
})

export function duplicate(page: Runbook, procedure: PageProcedure, before: readonly PageProcedure[]): Finding[] {
  const { id } = procedure
  return before.some((other) => other.id === id)
    ? [procedureDuplicate.at(placeOfKey(page, procedure, 'id'), { id })]
    : []
}

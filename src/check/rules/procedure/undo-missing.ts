import { pageRule } from '#check/rule.ts'
import { isRunbook } from '#document/model.ts'
import { proceduresOf } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { placeOfKey } from './place-of-key.ts'
import { own } from './undo-steps.ts'

export const procedureUndoMissing = defineFinding({
  code: 'PROCEDURE_UNDO_MISSING',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» cambia algo en «{step}» y no dice cómo se vuelve atrás.',
    hint: 'Añade undo: con el procedimiento que lo deshace, o irreversible: con el motivo.',
    why: 'Antes de cambiar algo hay que saber cómo se vuelve atrás, o que no se puede y por qué.',
  },
  en: {
    message: 'The procedure `{id}` changes something in "{step}" and does not say how to go back.',
    hint: 'Add undo: with the procedure that undoes it, or irreversible: with the reason.',
    why: 'Before changing anything one has to know how to go back, or that one cannot, and why.',
  },
  of: 'procedures',
  wrong: [
    '- { id: deploy, title: Desplegar, when: Siempre, steps: deploy }',
    '=====',
    '```bash step=deploy effect=create',
    'gcloud artifacts repositories create shop --repository-format=docker --location="$REGION"',
    '```',
  ],
  right: [
    '- { id: deploy, title: Desplegar, when: Siempre, steps: deploy..check, irreversible: un repositorio vacío no molesta }',
    '=====',
    '```bash step=deploy effect=create',
    'gcloud artifacts repositories create shop --repository-format=docker --location="$REGION"',
    '```',
    '',
    '```bash step=check effect=read',
    'gcloud artifacts repositories describe shop --location="$REGION"',
    '```',
  ],
})

/** Procedures that change something and do not say how to go back. */
export const procedureUndo = pageRule([procedureUndoMissing], ({ page }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  return proceduresOf(page).flatMap((procedure): Finding[] => {
    const { id, undo, irreversible } = procedure
    const change = own(page, procedure).find(({ fence }) => fence.effect !== 'read')
    if (!change || undo !== undefined || irreversible !== undefined) return []
    return [procedureUndoMissing.at(placeOfKey(page, procedure, 'id'), { id, step: change.fence.step })]
  })
})

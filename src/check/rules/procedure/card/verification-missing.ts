import { pageRule } from '#check/rule.ts'
import type { StepBlock } from '#document/model.ts'
import { proceduresOf } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import { placeOfKey } from '../place-of-key.ts'
import { own } from '../undo-steps.ts'
import { isOperated } from './operated.ts'

export const procedureVerificationMissing = defineFinding({
  code: 'PROCEDURE_VERIFICATION_MISSING',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» cambia algo en «{step}» y después no comprueba nada.',
    hint: 'Añade tras el cambio un paso con effect=read que falle si no ha funcionado.',
    why: 'Que un comando acabe bien no dice que el servicio esté bien: hay que mirarlo antes de irse.',
  },
  en: {
    message: 'The procedure `{id}` changes something in "{step}" and checks nothing after it.',
    hint: 'Add a step with effect=read after the change that fails if it did not work.',
    why: 'That a command ends well does not say that the service is well: one has to look before leaving.',
  },
  of: 'procedures',
  wrong: [
    '- { id: deploy, title: Desplegar, when: Siempre, steps: deploy, irreversible: un repositorio vacío no molesta }',
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

/** Procedures that change something and look at nothing afterwards. A first change may prepare, so one look after it is enough. */
export const verified = pageRule([procedureVerificationMissing], ({ page }) => {
  if (!isOperated(page) || !page.header.procedures) return []
  return proceduresOf(page).flatMap((procedure) => {
    const steps = own(page, procedure)
    const first = steps.findIndex(changes)
    if (first < 0 || steps.slice(first).some((step) => !changes(step))) return []
    const data = { id: procedure.id, step: steps[first]?.fence.step }
    return [procedureVerificationMissing.at(placeOfKey(page, procedure, 'id'), data)]
  })
})

const changes = ({ fence }: StepBlock): boolean => fence.effect !== 'read'

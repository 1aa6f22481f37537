import { pageRule } from '#check/rule.ts'
import { isRunbook, stepsOf } from '#document/model.ts'
import { proceduresOf } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'

export const procedureStepOutside = defineFinding({
  code: 'PROCEDURE_STEP_OUTSIDE',
  severity: 'error',
  es: {
    message: 'El paso «{step}» no es de ningún procedimiento: nadie lo ejecutaría.',
    hint: 'Añádelo a los steps de un procedimiento de la cabecera, o quítalo.',
    why: 'Se ejecuta y se comprueba lo que está en un procedimiento. Un paso suelto parece parte de la página y no lo prueba nadie.',
  },
  en: {
    message: 'Step "{step}" is of no procedure: nobody would run it.',
    hint: 'Add it to the steps of a procedure in the header, or remove it.',
    why: 'What is in a procedure is run and verified. A step outside looks like part of the page, and nobody tries it.',
  },
  of: 'procedures',
  wrong: [
    '- { id: look, title: Mirar, when: Siempre, steps: look }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
    '',
    '```bash step=list-services effect=read',
    'gcloud services list',
    '```',
  ],
  right: [
    '- { id: look, title: Mirar, when: Siempre, steps: look..list-services }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
    '',
    '```bash step=list-services effect=read',
    'gcloud services list',
    '```',
  ],
})

/** Steps of a page with procedures that are of none of them. */
export const stepOutside = pageRule([procedureStepOutside], ({ page }) => {
  if (!isRunbook(page) || !page.header.procedures) return []
  const inside = new Set(proceduresOf(page).flatMap(({ steps }) => steps))
  return stepsOf(page)
    .filter(({ fence }) => !inside.has(fence.step))
    .map(({ fence, keys, place }) => procedureStepOutside.at(keys.get('step') ?? place, { step: fence.step }))
})

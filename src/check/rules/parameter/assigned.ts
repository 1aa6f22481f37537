import { placeIn, type Runbook, stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const parameterAssigned = defineFinding({
  code: 'PARAMETER_ASSIGNED',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El paso asigna {name}, que es un parámetro: el valor del lector se perdería.',
    hint: 'Usa otro nombre de variable.',
    why: 'El valor que dio el lector se pierde desde ese paso, sin aviso.',
  },
  en: {
    message: 'The step assigns {name}, which is a parameter: the value of the reader would be lost.',
    hint: 'Use another variable name.',
    why: 'The value the reader gave is lost from that step on, without a word.',
  },
  wrong: ['```bash step=see effect=read', 'REGION=europe-west4', 'gcloud run services list --region="$REGION"', '```'],
  right: ['```bash step=see effect=read', 'gcloud run services list --region="$REGION"', '```'],
})

export function overwritten(page: Runbook): Finding[] {
  return stepsOf(page).flatMap((step) =>
    step.script.writes
      .filter(({ name }) => Object.hasOwn(page.header.parameters, name))
      .map(({ name, start, end }) => parameterAssigned.at(placeIn(page, step, start, end), { name })),
  )
}

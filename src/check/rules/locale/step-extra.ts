import { type Runbook, stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { stepIdsOf } from './step-ids.ts'

export const localeStepExtra = defineFinding({
  code: 'LOCALE_STEP_EXTRA',
  severity: 'error',
  es: {
    message: 'El paso «{step}» no está en {other}.',
    hint: 'Añádelo allí o quítalo de aquí.',
    why: 'Un paso que solo está en inglés no se ejecuta nunca: el script sale de la página en español.',
  },
  en: {
    message: 'Step "{step}" is not in {other}.',
    hint: 'Add it there, or remove it here.',
    why: 'A step only in English is never run: the script comes from the Spanish page.',
  },
  of: 'twins',
  wrong: [
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '=====',
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '',
    '```bash step=list effect=read',
    'ls build',
    '```',
  ],
  right: [
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '=====',
    '```bash step=build effect=create',
    'mkdir build',
    '```',
  ],
})

/** Steps that only the English page has. */
export function extraSteps(en: Runbook, es: Runbook): Finding[] {
  const there = stepIdsOf(es)
  return stepsOf(en)
    .filter(({ fence }) => !there.includes(fence.step))
    .map(({ place, fence }) => localeStepExtra.at(place, { step: fence.step, other: es.file }))
}

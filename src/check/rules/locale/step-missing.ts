import { type Runbook, stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'
import { stepIdsOf } from './step-ids.ts'

export const localeStepMissing = defineFinding({
  code: 'LOCALE_STEP_MISSING',
  severity: 'error',
  es: {
    message: 'Falta el paso «{step}», que está en {other}.',
    hint: 'Cópialo: pnpm sync',
    why: 'Un paso que falta en un idioma es un despliegue a medias para quien lee en él.',
  },
  en: {
    message: 'Step "{step}", which is in {other}, is missing.',
    hint: 'Copy it across: pnpm sync',
    why: 'A step missing in one language is half a deployment for whoever reads it.',
  },
  of: 'twins',
  wrong: [
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '',
    '```bash step=list effect=read',
    'ls build',
    '```',
    '=====',
    '```bash step=build effect=create',
    'mkdir build',
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

/** Steps of the Spanish page that the English one lacks, each where it would stand. */
export function missingSteps(en: Runbook, es: Runbook): Finding[] {
  const [here, there] = [stepIdsOf(en), stepIdsOf(es)]
  return there.flatMap((step, index) => {
    if (here.includes(step)) return []
    const before = there.slice(0, index).findLast((id) => here.includes(id))
    const after = stepsOf(en).find(({ fence }) => fence.step === before)
    return [localeStepMissing.at(after?.place ?? wholeFile(en.file), { step, other: es.file })]
  })
}

import { type Runbook, stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { stepIdsOf } from './step-ids.ts'

export const localeOrderDiffers = defineFinding({
  code: 'LOCALE_ORDER_DIFFERS',
  severity: 'error',
  es: {
    message: 'Aquí va el paso «{found}»; en {other} va «{expected}».',
    hint: 'Ordena los pasos igual.',
    why: 'El orden es parte del procedimiento, en cualquier idioma.',
  },
  en: {
    message: 'Step "{found}" stands here; in {other} it is "{expected}".',
    hint: 'Put the steps in the same order.',
    why: 'The order is part of the procedure, in any language.',
  },
  of: 'twins',
  wrong: [
    '```bash step=build effect=create',
    'mkdir build',
    '```',
    '',
    '```bash step=list effect=read',
    'ls',
    '```',
    '=====',
    '```bash step=list effect=read',
    'ls',
    '```',
    '',
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

/** The first of the same steps that stands elsewhere. */
export function orderFindings(en: Runbook, es: Runbook): Finding[] {
  const [here, there] = [stepsOf(en), stepIdsOf(es)]
  const wrong = here.find(({ fence }, index) => fence.step !== there[index])
  if (!wrong) return []
  const expected = there[here.indexOf(wrong)] as string
  return [localeOrderDiffers.at(wrong.place, { found: wrong.fence.step, expected, other: es.file })]
}

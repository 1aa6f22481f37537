import { ask, type Call, commandOf, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'

export const hazardStatusLost = defineFinding({
  code: 'HAZARD_STATUS_LOST',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Si «{command}» falla, nadie se entera: {reasonEs}.',
    hint: 'Ejecútalo en primer plano, espera con wait a cada proceso, o usa set -o pipefail.',
    why: 'Un proceso en segundo plano que nadie espera puede fallar sin que se entere nadie, y el paso siguiente cuenta con su resultado.',
  },
  en: {
    message: 'If `{command}` fails, nobody knows: {reasonEn}.',
    hint: 'Run it in the foreground, wait for each process with wait, or use set -o pipefail.',
    why: 'A background process that nothing waits for can fail unseen, and the next step counts on its result.',
  },
  wrong: [
    '```bash step=push effect=create',
    'docker push example.com/app:1.0.0 &',
    'docker push example.com/web:1.0.0 &',
    '```',
  ],
  right: [
    '```bash step=push effect=create',
    'docker push example.com/app:1.0.0',
    'docker push example.com/web:1.0.0',
    '```',
  ],
})

/** Commands whose failure nobody would see. */
export const lostStatus = pageRule([hazardStatusLost], ({ page, calls }) => {
  const steps = calls.filter(({ block }) => block.kind === 'step' && !block.fence.background)
  return steps.flatMap((call, index) => [
    ...left(call, steps.slice(index + 1)),
    // A step has pipefail on; a reader's terminal does not.
    ...(isPlain(page) ? teed(call, steps[index + 1]) : []),
  ])
})

/** `push &` without a `wait` after it in the block. */
function left(call: Call, later: readonly Call[]): Finding[] {
  const waited = later.some(({ name, block }) => block === call.block && name === 'wait')
  if (!call.command.background || waited || call.command.inFunction) return []
  return [
    lost(call, {
      es: 'sigue en segundo plano y nadie lo espera',
      en: 'it stays in the background and nothing waits for it',
    }),
  ]
}

/** `push | tee log`: the status is that of the last. */
function teed(call: Call, next: Call | undefined): Finding[] {
  if (!call.command.piped || next?.block !== call.block || !ask(next, 'copiesInput')) return []
  const { name } = next
  return [lost(call, { es: `cuenta el estado de ${name}`, en: `the status that counts is that of ${name}` })]
}

function lost(call: Call, { es, en }: Localized): Finding {
  return hazardStatusLost.at(placeOfCall(call), { command: commandOf(call), reasonEs: es, reasonEn: en })
}

import { isPlain } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { type Call, commandOf, placeOfCall } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Commands whose failure nobody would see. */
export const lostStatus: Rule = ({ page, calls }) => {
  const steps = calls.filter(({ block }) => block.kind === 'step' && !block.fence.background)
  return steps.flatMap((call, index) => [
    ...left(call, steps.slice(index + 1)),
    // A step has pipefail on; a reader's terminal does not.
    ...(isPlain(page) ? teed(call, steps[index + 1]) : []),
  ])
}

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

/** `push | tee log`: the status is that of tee. */
function teed(call: Call, next: Call | undefined): Finding[] {
  if (!call.command.piped || next?.name !== 'tee' || next.block !== call.block) return []
  return [lost(call, { es: 'cuenta el estado de tee', en: 'the status that counts is that of tee' })]
}

function lost(call: Call, { es, en }: Localized): Finding {
  return finding('HAZARD_STATUS_LOST', placeOfCall(call), { command: commandOf(call), reasonEs: es, reasonEn: en })
}

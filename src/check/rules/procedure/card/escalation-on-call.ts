import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { cardWithout, WHOLE } from './example.ts'
import { isOperated } from './operated.ts'

export const procedureEscalationOnCall = defineFinding({
  code: 'PROCEDURE_ESCALATION_ON_CALL',
  severity: 'error',
  es: {
    message: '«{role}» es quien está leyendo la página.',
    hint: 'Nombra a quién debe llamar esa persona: el papel que decide o el que sabe más.',
    why: 'Quien está de guardia ya tiene el runbook delante; mandarle que se llame a sí mismo lo deja solo.',
  },
  en: {
    message: '"{role}" is the reader of the page.',
    hint: 'Name whom that person has to call: the role that decides, or that knows more.',
    why: 'Whoever is on call has the runbook open already; telling them to call themselves leaves them alone.',
  },
  of: 'card',
  wrong: cardWithout(
    'escalation',
    'escalation: [{ when: Sigue caído, within: 15m, role: la persona de guardia, how: por teléfono }]',
  ),
  right: WHOLE,
})

const ON_CALL = /\b(de guardia|on[- ](call|duty))\b/i

/** Escalations that name the one who reads them. */
export const escalatedElsewhere = pageRule([procedureEscalationOnCall], ({ page }) =>
  isOperated(page)
    ? (page.header.escalation ?? []).flatMap(({ role }, index) =>
        ON_CALL.test(role)
          ? [procedureEscalationOnCall.at(page.placeAt(['runbook', 'escalation', String(index), 'role']), { role })]
          : [],
      )
    : [],
)

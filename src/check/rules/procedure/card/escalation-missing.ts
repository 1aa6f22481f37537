import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { cardWithout, WHOLE } from './example.ts'
import { isOperated } from './operated.ts'

export const procedureEscalationMissing = defineFinding({
  code: 'PROCEDURE_ESCALATION_MISSING',
  severity: 'error',
  es: {
    message: 'El runbook «{id}» no dice a quién se avisa, o no dice en qué plazo.',
    hint: 'Añade escalation: con la condición (when), el papel (role), el canal (how) y, en uno al menos, el plazo (within).',
    why: 'Sin condición ni plazo cada cual espera lo que le parece, y de madrugada se espera demasiado.',
  },
  en: {
    message: 'The runbook `{id}` does not say whom to tell, or not how soon.',
    hint: 'Add escalation: with the condition (when), the role (role), the channel (how) and, for one at least, the deadline (within).',
    why: 'Without a condition and a deadline everyone waits as long as they see fit, and at night one waits too long.',
  },
  of: 'card',
  wrong: cardWithout(
    'escalation',
    'escalation: [{ when: El servicio sigue caído, role: responsable de plataforma, how: por teléfono }]',
  ),
  right: WHOLE,
})

/** Runbooks that do not say whom to tell and how soon. */
export const escalationSaid = pageRule([procedureEscalationMissing], ({ page }) => {
  if (!isOperated(page) || page.header.escalation?.some(({ within }) => within !== undefined)) return []
  const key = page.header.escalation ? 'escalation' : 'id'
  return [procedureEscalationMissing.at(page.placeAt(['runbook', key]), { id: page.header.id })]
})

import { pageRule } from '#check/rule.ts'
import { proceduresOf } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import { cardWithout, WHOLE } from './example.ts'
import { isOperated } from './operated.ts'

export const procedureSymptomMissing = defineFinding({
  code: 'PROCEDURE_SYMPTOM_MISSING',
  severity: 'error',
  es: {
    message: 'El runbook «{id}» no nombra ningún síntoma.',
    hint: 'Añade symptoms: con los mensajes, alertas o códigos que alguien buscaría.',
    why: 'Se llega a un runbook por lo que se ve: sin las palabras del síntoma no lo encuentra quien lo necesita.',
  },
  en: {
    message: 'The runbook `{id}` names no symptom.',
    hint: 'Add symptoms: with the messages, alerts or codes someone would search for.',
    why: 'One gets to a runbook by what one sees: without the words of the symptom, whoever needs it does not find it.',
  },
  of: 'card',
  wrong: cardWithout('symptoms'),
  right: WHOLE,
})

/** Runbooks none of whose procedures names a symptom. */
export const symptomSaid = pageRule([procedureSymptomMissing], ({ page }) => {
  if (!isOperated(page) || proceduresOf(page).some(({ symptoms = [] }) => symptoms.length > 0)) return []
  return [procedureSymptomMissing.at(page.placeAt(['runbook', 'id']), { id: page.header.id })]
})

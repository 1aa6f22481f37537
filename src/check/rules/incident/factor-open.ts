import { defineFinding } from '#finding/define.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentFactorOpen = defineFinding({
  code: 'INCIDENT_FACTOR_OPEN',
  severity: 'error',
  es: {
    message: 'Ninguna acción cierra el factor «{id}», y nada dice por qué.',
    hint: 'Añádelo a closes de una acción, o di en accepted por qué no se hace nada.',
    why: 'Un factor sin acción ni motivo para aceptarlo vuelve a ocurrir.',
  },
  en: {
    message: 'No action closes the factor "{id}", and nothing says why.',
    hint: 'Add it to closes of an action, or say in accepted why nothing is done.',
    why: 'A factor without an action, or a reason to accept it, happens again.',
  },
  of: 'incident',
  wrong: [
    'factors:',
    '  - { id: list-type, kind: technical, text: Una lista se lee como JSON. }',
    '  - { id: no-check, kind: detection, text: Nada lo comprobaba. }',
  ],
  right: [
    'factors:',
    '  - { id: list-type, kind: technical, text: Una lista se lee como JSON. }',
    '  - { id: no-check, kind: detection, text: Nada lo comprobaba., accepted: Equipo pequeño. }',
  ],
})

/** Factors that nobody accepts and no action closes. */
export const factorOpen = incidentRule([incidentFactorOpen], ({ incident, at }) => {
  const closed = new Set(incident.actions.filter(({ status }) => status !== 'declined').flatMap(({ closes }) => closes))
  return incident.factors.flatMap((factor, index) =>
    factor.accepted === undefined && !closed.has(factor.id)
      ? [incidentFactorOpen.at(at('factors', index, 'id'), { id: factor.id })]
      : [],
  )
})

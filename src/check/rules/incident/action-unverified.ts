import { incidentValue } from '#document/findings/incident/value.ts'
import { defineFinding } from '#finding/define.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentActionUnverified = defineFinding({
  code: 'INCIDENT_ACTION_UNVERIFIED',
  severity: 'error',
  es: {
    message: 'La acción «{id}» está hecha y nada lo comprueba.',
    hint: 'Nombra en verified lo que lo comprueba: step:<página>#<paso>, finding:<CÓDIGO> o file:<ruta>.',
    why: 'Hecho significa que algo lo comprueba: un paso, una regla o un archivo.',
  },
  en: {
    message: 'The action "{id}" is done and nothing verifies it.',
    hint: 'Name in verified what proves it: step:<page>#<step>, finding:<CODE> or file:<path>.',
    why: 'Done means that something verifies it: a step, a rule or a file.',
  },
  of: 'incident',
  wrong: [
    'actions:',
    '  - { id: decode, type: prevent, text: Leerla nosotros., role: backend, status: done, closes: [list-type] }',
  ],
  right: [
    'actions:',
    `  - { id: decode, type: prevent, text: Leerla nosotros., role: backend, status: done, closes: [list-type], verified: finding:${incidentValue.code} }`,
  ],
})

/** Actions that are done, and nothing shows it. */
export const actionUnverified = incidentRule([incidentActionUnverified], ({ incident, at }) =>
  incident.actions.flatMap(({ id, status, verified }, index) =>
    status === 'done' && !verified ? [incidentActionUnverified.at(at('actions', index, 'id'), { id })] : [],
  ),
)

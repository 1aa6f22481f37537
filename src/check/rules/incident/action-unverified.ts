import { incidentValue } from '#document/findings/incident/value.ts'
import { defineFinding } from '#finding/define.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentActionUnverified = defineFinding({
  code: 'INCIDENT_ACTION_UNVERIFIED',
  severity: 'error',
  es: {
    message: 'La acción «{id}» se da por hecha o demostrada y nada lo comprueba.',
    hint: 'Nombra en verified lo que lo comprueba: step:<página>#<paso>, finding:<CÓDIGO> o file:<ruta>.',
    why: 'Hecho significa que algo lo comprueba: un paso, una regla o un archivo.',
  },
  en: {
    message: 'The action "{id}" is said to be done or demonstrated, and nothing verifies it.',
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

/** Actions that are said to be demonstrated or done, and nothing shows it. */
export const actionUnverified = incidentRule([incidentActionUnverified], ({ incident, at }) =>
  incident.actions.flatMap(({ id, status, verified }, index) =>
    isShown(status) && !verified ? [incidentActionUnverified.at(at('actions', index, 'id'), { id })] : [],
  ),
)

/** Whether a status says that something proves the action. */
export const isShown = (status: string): boolean => status === 'done' || status === 'demonstrated'

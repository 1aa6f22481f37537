import { defineFinding } from '#finding/define.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentActionDeclined = defineFinding({
  code: 'INCIDENT_ACTION_DECLINED',
  severity: 'error',
  es: {
    message: 'La acción «{id}» se descartó sin decir por qué.',
    hint: 'Escribe el motivo en reason.',
    why: 'Descartar una acción es una decisión, y una decisión tiene un motivo.',
  },
  en: {
    message: 'The action "{id}" was declined without a reason.',
    hint: 'Write it in reason.',
    why: 'To decline an action is a decision, and a decision has a reason.',
  },
  of: 'incident',
  wrong: [
    'actions:',
    '  - { id: decode, type: prevent, text: Leerla nosotros., role: backend, status: open, priority: high, due: none, closes: [list-type] }',
    '  - { id: rewrite, type: prevent, text: Reescribirlo., role: backend, status: declined }',
  ],
  right: [
    'actions:',
    '  - { id: decode, type: prevent, text: Leerla nosotros., role: backend, status: open, priority: high, due: none, closes: [list-type] }',
    '  - { id: rewrite, type: prevent, text: Reescribirlo., role: backend, status: declined, reason: Cuesta más que el fallo. }',
  ],
})

/** Actions that are declined without a reason. */
export const actionDeclined = incidentRule([incidentActionDeclined], ({ incident, at }) =>
  incident.actions.flatMap(({ id, status, reason }, index) =>
    status === 'declined' && !reason ? [incidentActionDeclined.at(at('actions', index, 'id'), { id })] : [],
  ),
)

import { defineFinding } from '#finding/define.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentActionUnplanned = defineFinding({
  code: 'INCIDENT_ACTION_UNPLANNED',
  severity: 'error',
  es: {
    message: 'La acción «{id}» está pendiente y no dice qué prioridad y qué fecha tiene.',
    hint: 'Añade priority y due, o none donde nadie dio ninguna.',
    why: 'Una acción sin prioridad ni fecha no la hace nadie. Si no se dieron, también hay que saberlo.',
  },
  en: {
    message: 'The action "{id}" is open and does not say its priority and its date.',
    hint: 'Add priority and due, or none where nobody gave any.',
    why: 'Nobody does an action without a priority and a date. That none was given is worth knowing, too.',
  },
  of: 'incident',
  wrong: [
    'actions:',
    '  - { id: decode, type: prevent, text: Leerla nosotros., role: backend, status: open, closes: [list-type] }',
  ],
  right: [
    'actions:',
    '  - { id: decode, type: prevent, text: Leerla nosotros., role: backend, status: open, priority: high, due: none, closes: [list-type] }',
  ],
})

/** Open actions that leave their priority or their date unsaid. */
export const actionUnplanned = incidentRule([incidentActionUnplanned], ({ incident, at }) =>
  incident.actions.flatMap(({ id, status, priority, due }, index) =>
    status === 'open' && (priority === undefined || due === undefined)
      ? [incidentActionUnplanned.at(at('actions', index, 'id'), { id })]
      : [],
  ),
)

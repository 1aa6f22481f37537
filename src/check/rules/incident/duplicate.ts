import { defineFinding } from '#finding/define.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentDuplicate = defineFinding({
  code: 'INCIDENT_DUPLICATE',
  severity: 'error',
  es: {
    message: 'El id «{id}» está dos veces en {list}.',
    hint: 'Da a cada uno un id propio.',
    why: 'Una referencia a un id repetido no dice a cuál.',
  },
  en: {
    message: 'The id "{id}" is in {list} twice.',
    hint: 'Give each an id of its own.',
    why: 'A reference to a repeated id does not say to which.',
  },
  of: 'incident',
  wrong: [
    'factors:',
    '  - { id: list-type, kind: technical, text: Una lista se lee como JSON. }',
    '  - { id: list-type, kind: detection, text: Nada lo comprobaba., accepted: Equipo pequeño. }',
  ],
  right: [
    'factors:',
    '  - { id: list-type, kind: technical, text: Una lista se lee como JSON. }',
    '  - { id: no-check, kind: detection, text: Nada lo comprobaba., accepted: Equipo pequeño. }',
  ],
})

/** Two entries of a list with one id. */
export const duplicate = incidentRule([incidentDuplicate], ({ incident, at }) => {
  return (['factors', 'timeline', 'actions', 'claims'] as const).flatMap((list) => {
    const ids = incident[list].map((one) => one.id)
    return ids.flatMap((one, index) =>
      ids.indexOf(one) < index ? [incidentDuplicate.at(at(list, index, 'id'), { id: one, list })] : [],
    )
  })
})

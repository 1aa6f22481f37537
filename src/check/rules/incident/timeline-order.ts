import { defineFinding } from '#finding/define.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentTimelineOrder = defineFinding({
  code: 'INCIDENT_TIMELINE_ORDER',
  severity: 'error',
  es: {
    message: 'La cronología retrocede: {found} va después de {before}.',
    hint: 'Ordena las entradas por su hora.',
    why: 'Una cronología que retrocede mezcla causas y consecuencias.',
  },
  en: {
    message: 'The timeline goes back: {found} stands after {before}.',
    hint: 'Order the entries by their time.',
    why: 'A timeline that goes back mixes causes and consequences.',
  },
  of: 'incident',
  wrong: [
    'timeline:',
    '  - { id: build, time: { precision: exact, at: 2025-12-06 }, lasted: 12m, text: Construir. }',
    '  - { id: push, time: { precision: exact, at: 2025-12-05 }, lasted: 8m, text: Subir. }',
  ],
  right: [
    'timeline:',
    '  - { id: build, time: { precision: exact, at: 2025-12-05 }, lasted: 12m, text: Construir. }',
    '  - { id: push, time: { precision: exact, at: 2025-12-06 }, lasted: 8m, text: Subir. }',
  ],
})

/** Known times never go back; a day is before any moment of it, and unknown times say nothing. */
export const timelineOrder = incidentRule([incidentTimelineOrder], ({ incident, at }) => {
  const known = incident.timeline.flatMap(({ time }, index) =>
    time.precision === 'unknown' ? [] : [{ index, at: time.at }],
  )
  return known.flatMap((entry, position) => {
    const before = known[position - 1]
    if (!before || !isEarlier(entry.at, before.at)) return []
    return [incidentTimelineOrder.at(at('timeline', entry.index, 'time'), { found: entry.at, before: before.at })]
  })
})

/** Compared as far as both say: a day and a moment of that day are not out of order. */
function isEarlier(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  const zoned = [one, other].every((time) => /(Z|[+-]\d{2}:\d{2})$/.test(time))
  return zoned ? Date.parse(one) < Date.parse(other) : one.slice(0, length) < other.slice(0, length)
}

import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { Place } from '#schema/place.ts'

export const incidentReference = defineFinding({
  code: 'INCIDENT_REFERENCE',
  severity: 'error',
  es: {
    message: '«{found}» no está en {list}[?; ¿querías decir «{suggestion}»?].',
    hint: 'Los que hay: {known}',
    why: 'Una referencia a lo que no existe no lleva a ningún sitio.',
  },
  en: {
    message: '"{found}" is not in {list}[?; did you mean "{suggestion}"?].',
    hint: 'Those there are: {known}',
    why: 'A reference to what does not exist leads nowhere.',
  },
  of: 'incident',
  wrong: ['claims:', '  - { id: total, text: Total., stated: 12m, parts: [bild] }'],
  right: ['claims:', '  - { id: total, text: Total., stated: 12m, parts: [build] }'],
})

export function unknown(found: string | undefined, known: readonly string[], list: string, place: Place): Finding[] {
  if (found === undefined || known.includes(found)) return []
  const data = { found, list, known: known.join(', ') || '-', suggestion: suggest(found, known) }
  return [incidentReference.at(place, data)]
}

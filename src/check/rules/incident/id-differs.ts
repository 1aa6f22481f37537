import { defineFinding } from '#finding/define.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentIdDiffers = defineFinding({
  code: 'INCIDENT_ID_DIFFERS',
  severity: 'error',
  es: {
    message: 'incident.id es «{found}» y la página, «{expected}».',
    hint: 'Usa el mismo id en los dos.',
    why: 'El id y la página se buscan el uno por el otro.',
  },
  en: {
    message: 'incident.id is `{found}` and the page is `{expected}`.',
    hint: 'Use the same id for both.',
    why: 'The id and the page are looked up by each other.',
  },
  of: 'incident',
  wrong: ['id: otro'],
  right: ['id: page'],
})

/** A post-mortem whose id is not the name of its file. */
export const idDiffers = incidentRule([incidentIdDiffers], ({ page, incident, at }) => {
  const expected = page.slug.slice(page.slug.lastIndexOf('/') + 1)
  return incident.id === expected ? [] : [incidentIdDiffers.at(at('id'), { found: incident.id, expected })]
})

import { defineFinding } from '#finding/define.ts'
import { sumsOf } from './claim.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentClaimDiffers = defineFinding({
  code: 'INCIDENT_CLAIM_DIFFERS',
  severity: 'error',
  es: {
    message: 'La cuenta dice {stated} para «{id}», y sus partes suman {computed}.',
    hint: 'Explica la diferencia en discrepancy, o corrige las partes.',
    why: 'Una cifra que no sale de sus partes se repite después como si fuera cierta: un minuto de caída que fueron diez.',
  },
  en: {
    message: 'The account says {stated} for "{id}", and its parts add up to {computed}.',
    hint: 'Explain the difference in discrepancy, or correct the parts.',
    why: 'A figure that does not follow from its parts is repeated later as if it were true: one minute of downtime that was ten.',
  },
  of: 'incident',
  wrong: ['claims:', '  - { id: total, text: Total., stated: 5m, parts: [build, push] }'],
  right: ['claims:', '  - { id: total, text: Total., stated: 20m, parts: [build, push] }'],
})

/** Figures that are not the sum of their parts, and do not say why. */
export const claimDiffers = incidentRule([incidentClaimDiffers], (about) =>
  sumsOf(about)
    .filter(({ claim, differs }) => differs && claim.discrepancy === undefined)
    .map(({ index, data }) => incidentClaimDiffers.at(about.at('claims', index, 'stated'), data)),
)

import { defineFinding } from '#finding/define.ts'
import { sumsOf } from './claim.ts'
import { incidentRule } from './incident-rule.ts'

export const incidentClaimAgrees = defineFinding({
  code: 'INCIDENT_CLAIM_AGREES',
  severity: 'error',
  es: {
    message: '«{id}» explica una discrepancia que no hay: {stated} frente a {computed}.',
    hint: 'Quita discrepancy.',
    why: 'Explicar una diferencia que no hay confunde tanto como callar la que hay.',
  },
  en: {
    message: '"{id}" explains a discrepancy there is not: {stated} against {computed}.',
    hint: 'Remove discrepancy.',
    why: 'Explaining a difference there is not misleads as much as hiding one there is.',
  },
  of: 'incident',
  wrong: [
    'claims:',
    '  - { id: total, text: Total., stated: 20m, parts: [build, push], discrepancy: No cuenta la subida. }',
  ],
  right: ['claims:', '  - { id: total, text: Total., stated: 20m, parts: [build, push] }'],
})

/** Figures that say why they are not the sum of their parts, and are. */
export const claimAgrees = incidentRule([incidentClaimAgrees], (about) =>
  sumsOf(about)
    .filter(({ claim, differs }) => !differs && claim.discrepancy !== undefined)
    .map(({ index, data }) => incidentClaimAgrees.at(about.at('claims', index, 'discrepancy'), data)),
)

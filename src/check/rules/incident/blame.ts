import { prosePlaces } from '#check/page/prose.ts'
import { siteRule } from '#check/rule.ts'
import type { Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const incidentBlame = defineFinding({
  code: 'INCIDENT_BLAME',
  severity: 'error',
  es: {
    message: '«{found}» juzga a quien actuó.',
    hint: 'Di qué hizo posible el error: qué permitió el sistema y qué faltaba saber.',
    why: 'Culpar a alguien cierra la búsqueda donde empieza: en lo que hizo posible el error.',
  },
  en: {
    message: '"{found}" judges whoever acted.',
    hint: 'Say what made the mistake possible: what the system allowed, and what nobody could know.',
    why: 'Blaming someone ends the search where it begins: at what made the mistake possible.',
  },
  of: 'incident',
  wrong: ['impact: Un error humano dejó el chat sin servicio.'],
  right: ['impact: Un filtro sin estado dejó el chat sin servicio.'],
})

/**
 * Words that judge whoever acted instead of saying what made it possible
 * (John Allspaw, "Blameless PostMortems and a Just Culture"; Google SRE Book, chapter 15).
 */
const JUDGEMENTS = [
  /\berror(?:es)? humanos?\b/giu,
  /\bhuman error\b/giu,
  /\bculpa(?:bles?)?\b/giu,
  /\bat fault\b/giu,
  /\bto blame\b/giu,
  /\bnegligen(?:cia|te|tes|ce|t)\b/giu,
  /\b(?:descuid(?:o|ado|ada)|despist(?:e|ado|ada)|torpe(?:za)?)\b/giu,
  /\b(?:careless(?:ly|ness)?|sloppy|stupid(?:ly)?)\b/giu,
  /\bdeber[ií]a(?:n)? haber\b/giu,
  /\bshould(?:n't| not)? have\b/giu,
  /\bse olvid[óo] de\b/giu,
  /\bforgot to\b/giu,
  /\bfailed to (?:check|notice|follow|read)\b/giu,
  /\bcausa ra[ií]z\b/giu,
  /\broot cause\b/giu,
]

/** Post-mortems that judge people, or name one root cause. Code is not prose. */
export const incidentWording = siteRule([incidentBlame], ({ incidents }) => incidents.flatMap(wordingOf))

function wordingOf(page: Page): Finding[] {
  const placeAt = prosePlaces(page)
  return JUDGEMENTS.flatMap((pattern) =>
    [...page.source.matchAll(pattern)].flatMap(({ index, 0: found }) => {
      const place = placeAt(index, index + found.length)
      return place ? [incidentBlame.at(place, { found })] : []
    }),
  )
}

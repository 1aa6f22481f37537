import { prosePlaces } from '#check/page/prose.ts'
import { siteRule } from '#check/rule.ts'
import type { Page } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const incidentUnfilled = defineFinding({
  code: 'INCIDENT_UNFILLED',
  severity: 'error',
  es: {
    message: 'Falta por rellenar «{found}».',
    hint: 'Escribe lo que se sepa, o que se desconoce.',
    why: 'Un análisis que nace de una ejecución trae lo que el diario sabe. Lo demás lo pone quien estuvo allí, y sin eso no dice qué pasó.',
  },
  en: {
    message: '"{found}" is still to be filled in.',
    hint: 'Write what is known, or that it is not.',
    why: 'A post-mortem that starts from a run has what the journal knows. The rest comes from whoever was there, and without it nobody learns what happened.',
  },
  of: 'incident',
  wrong: ["impact: '[POR RELLENAR: a quién afectó]'"],
  right: ['impact: A nadie fuera del equipo.'],
})

/** The blanks `pnpm new incident --from-run` leaves. */
const BLANK = /\[(?:POR RELLENAR|TO FILL IN): [^\]]+\]/gu

/** Post-mortems with blanks that nobody has filled in. Code is not prose. */
export const unfilled = siteRule([incidentUnfilled], ({ incidents }) => incidents.flatMap(blanksOf))

function blanksOf(page: Page): Finding[] {
  const placeAt = prosePlaces(page)
  return [...page.source.matchAll(BLANK)].flatMap(({ index, 0: found }) => {
    const place = placeAt(index, index + found.length)
    return place ? [incidentUnfilled.at(place, { found })] : []
  })
}

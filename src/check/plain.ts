import { CATALOGUE } from '#finding/catalogue.ts'
import type { Entry } from '#finding/entry.ts'
import type { Finding } from '#finding/finding.ts'

/** Findings as they count in a plain document: what only runbooks promise is left out, and habits are warnings. */
export function inPlainPage(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((found) => {
    const { plain }: Entry = CATALOGUE[found.code]
    if (plain === 'off') return []
    return [plain === undefined ? found : { ...found, severity: plain }]
  })
}

import { DOCUMENT_FINDINGS } from '#document/findings/findings.ts'
import type { Finding } from '#finding/finding.ts'
import { CHECK_FINDINGS } from './findings.ts'

const PLAIN = new Map([...DOCUMENT_FINDINGS, ...CHECK_FINDINGS].map(({ code, plain }) => [code, plain]))

/** Findings as they count in a plain document: what only runbooks promise is left out, and habits are warnings. */
export function inPlainPage(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((found) => {
    const plain = PLAIN.get(found.code)
    if (plain === 'off') return []
    return [plain === undefined ? found : { ...found, severity: plain }]
  })
}

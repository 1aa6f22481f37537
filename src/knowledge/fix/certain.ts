import { fenceUnclosed } from '#document/findings/fence/unclosed.ts'
import type { Finding } from '#finding/finding.ts'
import { addressFile } from '../pages.ts'

/** Findings whose fixes hold: where a fence is not closed, prose passes for commands, and nothing on the page or its twin is certain. */
export function certainOnly(findings: readonly Finding[], all: readonly Finding[] = findings): Finding[] {
  const open = new Set(
    all.filter(({ code }) => code === fenceUnclosed.code).map(({ place }) => addressFile(place.file)),
  )
  if (open.size === 0) return [...findings]
  return findings.map((found) => {
    const { fix, ...rest } = found
    return fix && 'edits' in fix && open.has(addressFile(found.place.file)) ? rest : found
  })
}

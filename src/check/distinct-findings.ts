import { type Finding, sortFindings } from '#finding/finding.ts'

/** Sorted findings, each once: two rules, or one rule on a command and on the command in it, may find the same at the same place. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  return sortFindings(findings).filter(({ code, place }, index, sorted) => {
    const before = sorted[index - 1]
    return before?.code !== code || before.place.file !== place.file || before.place.start.offset !== place.start.offset
  })
}

import type { Finding } from '#finding/finding.ts'

export type { Finding }

/** `line:column CODE`, lines counted from after `skipped` lines. */
export const formatFinding = ({ code, place }: Finding, skipped = 0): string =>
  `${place.start.line - skipped}:${place.start.column} ${code}`

import { z } from 'zod'

/**
 * What became of a bash block. `executed`: its step passed in the Docker fixture. `emulated`: it passed in the
 * embedded one. `checked`: the page says why it does not run. `failing`: its step ended in anything but a pass.
 * `not-checkable`: the fixture lacks what it needs. `not-run`: nothing ran it this time.
 */
export const COVERAGE_KINDS = ['executed', 'emulated', 'checked', 'failing', 'not-checkable', 'not-run'] as const
export const coverageKindSchema = z.enum(COVERAGE_KINDS)
export type CoverageKind = (typeof COVERAGE_KINDS)[number]

const countsSchema = z.strictObject({
  /** All bash blocks. */
  blocks: z.number().int().min(0),
  ...(Object.fromEntries(COVERAGE_KINDS.map((kind) => [kind, z.number().int().min(0)])) as Record<
    CoverageKind,
    z.ZodNumber
  >),
  /** Blocks that are `executed`, of all: 0 to 100, rounded down to a tenth. 100 when there are none. */
  executedPercent: z.number().min(0).max(100),
})
export type CoverageCounts = z.infer<typeof countsSchema>

/** The bash blocks of one page; those not executed with their lines. */
export const pageCoverageSchema = countsSchema.extend({
  file: z.string(),
  /** The runbook the page is, if it is one. */
  id: z.string().optional(),
  rest: z.array(
    z.strictObject({
      line: z.number().int().min(1),
      kind: coverageKindSchema,
      step: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
})
export type PageCoverage = z.infer<typeof pageCoverageSchema>

export const coverageSchema = z.strictObject({
  total: countsSchema,
  pages: z.array(pageCoverageSchema),
  /** What `--min-executed` asked of every runbook. */
  required: z.number().min(0).max(100).optional(),
})
export type Coverage = z.infer<typeof coverageSchema>

/** Counts blocks by what became of them. */
export function countCoverage(kinds: readonly CoverageKind[]): CoverageCounts {
  const count = (kind: CoverageKind) => kinds.filter((other) => other === kind).length
  const counts = Object.fromEntries(COVERAGE_KINDS.map((kind) => [kind, count(kind)])) as Record<CoverageKind, number>
  return { blocks: kinds.length, ...counts, executedPercent: percent(counts.executed, kinds.length) }
}

/** The counts of several pages together. */
export function totalCoverage(pages: readonly CoverageCounts[]): CoverageCounts {
  const sum = (key: CoverageKind | 'blocks') => pages.reduce((total, page) => total + page[key], 0)
  const counts = Object.fromEntries(COVERAGE_KINDS.map((kind) => [kind, sum(kind)])) as Record<CoverageKind, number>
  return { blocks: sum('blocks'), ...counts, executedPercent: percent(counts.executed, sum('blocks')) }
}

/** Rounded down: 79.99 is not 80. */
const percent = (part: number, whole: number) => (whole === 0 ? 100 : Math.floor((part * 1000) / whole) / 10)

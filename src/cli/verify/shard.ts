import type { Outline } from '#knowledge/outline.ts'
import type { RunReport, Shard } from '#schema/report.ts'
import { usageError } from '../terminal/options.ts'

/** Part `index` of `total`, from 1. */
export type ShardNumber = Pick<Shard, 'index' | 'total'>

/** Reads `2/4`. */
export function parseShard(value: string): ShardNumber {
  const match = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value)
  const [index, total] = [Number(match?.[1]), Number(match?.[2])]
  if (match && index <= total) return { index, total }
  throw usageError(
    { es: `«${value}» no es una parte.`, en: `"${value}" is not a shard.` },
    { es: 'Escribe i/n con 1 ≤ i ≤ n: --shard 2/4', en: 'Write i/n with 1 ≤ i ≤ n: --shard 2/4' },
  )
}

/**
 * The ids of one part. All parts together have each id once, and about the same to do: the heaviest
 * runbook goes to the part with the least so far. Depends on the weights and nothing else.
 */
export function shardIds(weights: ReadonlyMap<string, number>, { index, total }: ShardNumber): string[] {
  const parts = Array.from({ length: total }, () => ({ ids: [] as string[], weight: 0 }))
  const heaviest = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  for (const [id, weight] of heaviest) {
    const least = parts.reduce((best, part) => (part.weight < best.weight ? part : best))
    least.ids.push(id)
    least.weight += weight
  }
  return (parts[index - 1]?.ids ?? []).sort()
}

/** How much each runbook is to run: what it last took, when that is known of all, else its number of steps. */
export function weightsOf(
  ids: readonly string[],
  { runs, outlines }: { runs: readonly RunReport[]; outlines: readonly Outline[] },
): Map<string, number> {
  const took = new Map(runs.map(({ id, durationMs }) => [id, durationMs]))
  const steps = new Map(outlines.flatMap(({ runbook, blocks }) => (runbook ? [[runbook.id, blocks.length]] : [])))
  const known = ids.every((id) => took.has(id))
  return new Map(ids.map((id) => [id, (known ? took.get(id) : steps.get(id)) ?? 1]))
}

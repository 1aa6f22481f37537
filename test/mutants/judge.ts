import type { RunReport } from '#schema/report.ts'
import { shippedPages } from '../faults/pages.ts'
import { type Base, baseOf, pairsOf, runCodes, shippedRun, staticCodes } from './detect.ts'
import type { Mutant, Pair } from './fault.ts'
import { chosen, mutantsOf } from './mutants.ts'

/** Mutants of each kind and system: enough for 500 in all. More with `MUTANTS=200`. */
const COUNT = Number(process.env.MUTANTS ?? 15)

export interface Judged {
  mutant: Mutant
  pair: Pair
  /** What caught it; `unrun` where the embedded fixture cannot run the page. */
  by: 'static' | 'embedded' | 'nothing' | 'unrun'
}

/** The mutants of the runbooks of a system: all there are, and what caught those a seed picks. */
export async function judgeSystem(system: string): Promise<{ all: readonly Mutant[]; judged: readonly Judged[] }> {
  const base = await baseOf(shippedPages())
  const pairs = pairsOf(base).filter(({ es }) => es.header.system === system)
  const byId = new Map(pairs.map((pair) => [pair.es.header.id, pair]))
  const all = pairs.flatMap((pair) => mutantsOf(pair, base.around.grammars))
  const records = new Map<Pair, RunReport>()
  for (const pair of pairs) {
    const record = await shippedRun(pair)
    if (record) records.set(pair, record)
  }
  const judged: Judged[] = []
  for (const mutant of chosen(all, COUNT)) {
    const pair = byId.get(mutant.id) as Pair
    judged.push({ mutant, pair, by: await caughtBy(base, { pair, mutant, record: records.get(pair) }) })
  }
  return { all, judged }
}

interface Asked {
  pair: Pair
  mutant: Mutant
  /** The run of the shipped pages, where the embedded fixture can run them. */
  record: RunReport | undefined
}

async function caughtBy(base: Base, { pair, mutant, record }: Asked): Promise<Judged['by']> {
  if ((await staticCodes(base, { pair, mutant, runs: record ? [record] : [] })).length > 0) return 'static'
  if (!record) return 'unrun'
  return (await runCodes(pair, mutant, 'embedded')).length > 0 ? 'embedded' : 'nothing'
}

/** Shares caught, of the mutants that are not the same page, as a table by kind and in all. */
export function renderShares(judged: readonly Judged[], equivalent: ReadonlySet<string>): string {
  const kinds = [...Map.groupBy(judged, ({ mutant }) => mutant.kind)]
  const rows = [...kinds, ['all', judged] as const].map(([kind, some]) => row(kind, some, equivalent))
  return [HEAD, ...rows]
    .map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(11))).join(''))
    .join('\n')
}

const HEAD = ['kind', 'mutants', 'equivalent', 'static', 'embedded', 'not run', 'survive']

function row(kind: string, some: readonly Judged[], equivalent: ReadonlySet<string>): string[] {
  const count = (by: Judged['by']) => some.filter((one) => one.by === by).length
  const same = some.filter(({ mutant }) => equivalent.has(mutant.key)).length
  const share = (part: number) => `${((100 * part) / Math.max(1, some.length - same)).toFixed(0)} %`
  const [first, run, unrun] = [count('static'), count('embedded'), count('unrun')]
  const numbers = [String(some.length), String(same), share(first), share(first + run), String(unrun)]
  return [kind, ...numbers, String(count('nothing') - same)]
}

import { proceduresOf } from '#document/procedure.ts'
import type { RunReport } from '#schema/report.ts'
import { shippedPages } from '../faults/pages.ts'
import { fromMachine } from '../require.ts'
import { type Base, baseOf, pairsOf, runCodes, shippedRun, staticCodes } from './detect.ts'
import type { Mutant, Pair } from './fault.ts'
import { fractionOf } from './hash.ts'
import { chosen, mutantsOf } from './mutants.ts'

/** Mutants of each kind and system: enough for 500 in all. More with `MUTANTS=200`. */
const COUNT = Number(process.env.MUTANTS ?? 15)

/** Mutants of each system, of pages only Docker can run, that run there in the long suite; a minute each. */
const IN_DOCKER = Number(process.env.MUTANTS_DOCKER ?? (process.env.SUITE === 'long' ? 3 : 0))

export interface Judged {
  mutant: Mutant
  pair: Pair
  /** What caught it; `unrun` where the embedded fixture cannot run the page or the step, and the Docker fixture did not. */
  by: 'static' | 'embedded' | 'docker' | 'nothing' | 'unrun'
  /** What was found first. */
  code?: string
}

/** The mutants of the runbooks of a system: all there are, and what caught those a seed picks. */
export async function judgeSystem(system: string): Promise<{ all: readonly Mutant[]; judged: readonly Judged[] }> {
  const base = await baseOf(shippedPages())
  const pairs = pairsOf(base).filter(({ es }) => es.header.system === system)
  const byId = new Map(pairs.map((pair) => [pair.es.header.id, pair]))
  const all = pairs.flatMap((pair) => mutantsOf(pair, base.around.tools))
  const records = new Map<Pair, RunReport>()
  for (const pair of pairs) {
    const record = await shippedRun(pair)
    if (record) records.set(pair, record)
  }
  const judged: Judged[] = []
  for (const mutant of chosen(all, COUNT)) {
    const pair = byId.get(mutant.id) as Pair
    judged.push({ mutant, pair, ...(await caughtBy(base, { pair, mutant, record: records.get(pair) })) })
  }
  return { all, judged: await inDocker(judged) }
}

interface Asked {
  pair: Pair
  mutant: Mutant
  /** The run of the shipped pages, where the embedded fixture can run them. */
  record: RunReport | undefined
}

type Verdict = Pick<Judged, 'by' | 'code'>

async function caughtBy(base: Base, { pair, mutant, record }: Asked): Promise<Verdict> {
  const [told] = await staticCodes(base, { pair, mutant, runs: record ? [record] : [] })
  if (told !== undefined) return { by: 'static', code: told }
  if (!record) return { by: 'unrun' }
  if (needsDocker(pair, mutant)) return { by: 'unrun' }
  const [ran] = await runCodes(pair, mutant, 'embedded')
  return ran === undefined ? { by: 'nothing' } : { by: 'embedded', code: ran }
}

/** Whether every procedure that has the step a mutant is in needs the Docker fixture. */
function needsDocker({ es }: Pair, { key }: Mutant): boolean {
  const step = key.split(' ')[1] ?? ''
  const holders = proceduresOf(es).filter(({ steps }) => steps.includes(step))
  return holders.length > 0 && holders.every(({ docker }) => docker !== undefined)
}

/** A few of the mutants no embedded run can judge, in the Docker fixture where there is an engine. */
async function inDocker(judged: readonly Judged[]): Promise<Judged[]> {
  const engine = IN_DOCKER > 0 && (await fromMachine('docker-fixture'))
  const left = judged.filter(({ by }) => by === 'unrun')
  const ranked = left.toSorted((a, b) => fractionOf(`docker ${a.mutant.key}`) - fractionOf(`docker ${b.mutant.key}`))
  const picked = new Set(engine ? ranked.slice(0, IN_DOCKER) : [])
  const result: Judged[] = []
  for (const one of judged) result.push(picked.has(one) ? { ...one, ...(await runInDocker(one)) } : one)
  return result
}

async function runInDocker({ pair, mutant }: Judged): Promise<Verdict> {
  const [ran] = await runCodes(pair, mutant, 'docker')
  return ran === undefined ? { by: 'nothing' } : { by: 'docker', code: ran }
}

/** Shares caught, of the mutants that are not the same page, as a table by kind and in all. Those of runs are of the mutants that ran. */
export function renderShares(judged: readonly Judged[], equivalent: ReadonlySet<string>): string {
  const kinds = [...Map.groupBy(judged, ({ mutant }) => mutant.kind)]
  const rows = [...kinds, ['all', judged] as const].map(([kind, some]) => row(kind, some, equivalent))
  return [HEAD, ...rows]
    .map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(12))).join(''))
    .join('\n')
}

const HEAD = ['kind', 'mutants', 'equivalent', 'static', 'with a run', 'by Docker', 'not run', 'survive']

function row(kind: string, some: readonly Judged[], equivalent: ReadonlySet<string>): string[] {
  const { shareStatic, shareRun } = sharesOf(some, equivalent)
  const count = (by: Judged['by']) => some.filter((one) => one.by === by).length
  const same = some.filter(({ mutant }) => equivalent.has(mutant.key)).length
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`
  const docker = `${count('docker')}`
  const numbers = [String(some.length), String(same), percent(shareStatic), percent(shareRun), docker]
  return [kind, ...numbers, String(count('unrun')), String(count('nothing') - same)]
}

/** Shares from 0 to 1 of the mutants that are not the same page: caught without a run, and, of those that were run or needed none, caught at all. */
export function sharesOf(judged: readonly Judged[], equivalent: ReadonlySet<string>) {
  const real = judged.filter(({ mutant }) => !equivalent.has(mutant.key))
  const count = (...by: Judged['by'][]) => real.filter((one) => by.includes(one.by)).length
  const told = count('static')
  const caught = told + count('embedded', 'docker')
  return {
    shareStatic: told / Math.max(1, real.length),
    shareRun: caught / Math.max(1, caught + count('nothing')),
  }
}

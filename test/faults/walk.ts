import { isDeepStrictEqual } from 'node:util'
import type { FindingReport } from '#schema/finding.ts'
import { itemsOf, type Plan } from '#schema/plan.ts'
import type { Shell } from '#schema/shell.ts'
import { itemsOfProcedure } from '#script/plan.ts'
import type { ScriptSource, SourceItem } from '#script/source.ts'
import { openFixture, planPages, runPages, runPlan, sourceOf } from '../support/page-run.ts'
import { goingOn, partOf } from '../support/plan-part.ts'
import { type FaultCase, type Faulty, withFault } from './cases.ts'

/** A fault where it belongs in a run of the shipped page: before which of its items, and what of the faulty page runs there. */
interface Placed {
  name: string
  position: number
  plan: Plan
}

/** What was found, by the name of its case; filled in as a machine goes. */
export type Found = Map<string, readonly FindingReport[]>

/**
 * Runs a shipped page once in the Docker fixture. Before the step a fault concerns,
 * the faulty page's items run on the same machine, prepared as the page prepares it;
 * then the shipped page goes on. So many faults cost one machine and one build.
 * Rejects when the shipped page itself does not pass.
 */
export async function walk(pages: Map<string, string>, faults: readonly FaultCase[], found: Found): Promise<void> {
  const [first] = faults
  if (!first) throw new Error('a walk without faults proves nothing')
  const request = { sources: pages, id: withFault(pages, first).id, fixture: 'docker' as const }
  const plan = planPages(request)
  const placed = faults.map((one) => place(one, pages)).sort((a, b) => a.position - b.position)
  const shell = goingOn(await openFixture(plan), plan)
  let done = 0
  try {
    for (const fault of placed) {
      await pass(
        partOf(plan, (_, index) => index >= done && index < fault.position),
        shell,
      )
      done = fault.position
      found.set(fault.name, (await runFault(fault, shell)).findings)
      await pass(
        partOf(plan, ({ kind }, index) => kind === 'file' && index < done),
        shell,
      )
    }
  } finally {
    await shell.close()
  }
}

/** A fault on a machine of its own: the whole faulty page, up to the step that must fail. */
export async function runAlone(pages: Map<string, string>, one: FaultCase, found: Found): Promise<void> {
  const faulty = withFault(pages, one)
  const source = sourceOf(faulty.pages, faulty.id)
  const until = stepAt(source.items, faulty.line).id
  const { findings } = await runPages({ sources: faulty.pages, id: faulty.id, fixture: 'docker', selection: { until } })
  found.set(one.name, findings)
}

async function pass(plan: Plan, shell: Shell): Promise<void> {
  if (itemsOf(plan).length === 0) return
  const { findings, report } = await runPlan(plan, shell)
  if (report.status !== 'passed') throw new Error(`the shipped page does not pass: ${JSON.stringify(findings)}`)
}

/** Runs a fault with its files, then removes the files it wrote and the containers it left. */
async function runFault({ plan }: Placed, shell: Shell) {
  const files = itemsOf(plan)
    .flatMap((item) => (item.kind === 'file' ? [item.path] : []))
    .join(' ')
  const before = await containers(shell)
  await ask(shell, `rm --force ${files}; touch /tmp/fault`)
  const result = await runPlan(plan, shell)
  const left = (await containers(shell)).filter((id) => !before.includes(id))
  await ask(shell, `find . -type f -newer /tmp/fault -delete; rm --force ${files}`)
  await ask(shell, `echo ${left.join(' ')} | xargs --no-run-if-empty docker rm --force`)
  return result
}

const containers = async (shell: Shell) => (await ask(shell, 'docker ps --all --quiet')).split('\n').filter(Boolean)

async function ask(shell: Shell, text: string): Promise<string> {
  const signal = new AbortController().signal
  return (await shell.run({ text, timeoutMs: 30_000, signal, onOutput: () => {} })).stdout
}

function place(one: FaultCase, pages: Map<string, string>): Placed {
  const faulty = withFault(pages, one)
  const plan = planPages({ sources: faulty.pages, id: faulty.id, fixture: 'docker' })
  const shipped = runnable(sourceOf(pages, faulty.id))
  const edited = runnable(sourceOf(faulty.pages, faulty.id))
  const position = positionOf({ shipped, edited, faulty })
  const last = edited.indexOf(stepAt(edited, faulty.line))
  const part = partOf(plan, ({ kind }, index) => index <= last && (kind === 'file' || index >= position))
  return { name: one.name, position, plan: part }
}

/** Items in the order they run. */
const runnable = (source: ScriptSource): SourceItem[] =>
  source.procedures.flatMap((procedure) => itemsOfProcedure(source, procedure))

/** The first step that is another one. If only files are: the step that must fail, or the build if it is the Dockerfile. */
function positionOf({ shipped, edited, faulty }: Positions): number {
  const failing = stepAt(edited, faulty.line)
  const last = edited.indexOf(failing)
  const changed = shipped.findIndex((item, index) => item.kind === 'step' && !same(item, edited[index]))
  const dockerfile = shipped.findIndex(
    (item, index) => item.kind === 'file' && item.path === 'Dockerfile' && !same(item, edited[index]),
  )
  const build = edited.findIndex(
    (item, index) => index > dockerfile && item.kind === 'step' && /docker (buildx )?build/.test(item.text),
  )
  const candidates = [last, ...(changed < 0 ? [] : [changed]), ...(dockerfile < 0 ? [] : [build])]
  return Math.min(...candidates)
}

interface Positions {
  shipped: readonly SourceItem[]
  edited: readonly SourceItem[]
  faulty: Faulty
}

/** Whether two items say the same, wherever they stand. */
function same(one: SourceItem, other: SourceItem | undefined): boolean {
  return isDeepStrictEqual(withoutLines(one), withoutLines(other))
}

const withoutLines = (item: unknown) =>
  JSON.parse(JSON.stringify(item, (key, value) => (/^lines?$/.test(key) ? undefined : value)) ?? 'null')

/** The step a line of the Spanish page belongs to. */
function stepAt(items: readonly SourceItem[], line: number) {
  const step = items.findLast((item) => item.kind === 'step' && item.lines.es <= line)
  if (step?.kind !== 'step') throw new Error(`no step stands at line ${line}`)
  return step
}

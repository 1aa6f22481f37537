import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { itemsOf, type Plan, plannedSteps } from '#schema/plan.ts'
import type { Shell } from '#schema/shell.ts'
import { shippedPages } from '../faults/pages.ts'
import { type Fixture, openFixture, planPages, runPlan } from '../support/page-run.ts'
import { goingOn, partOf } from '../support/plan-part.ts'

const SEEDS = 'runbooks/fixtures'

/** A prevention taken away: a text of a file of the seed world, or of a page, that becomes another. */
export interface Removal {
  file: string
  find: string
  replace: string
}

/** A file of today that is again as a release of the time had it. */
export interface Return {
  file: string
  tag: string
}

/** What runs of one page. */
export interface Turn {
  id: string
  /** Its steps that run, in the page's order; all when it is not given. */
  steps?: readonly string[]
  /** Bash that stands in for steps the fixture cannot run. It must succeed. */
  prepare?: string
}

/** What is taken away from the seed world or the pages, and what then runs in one fixture, turn by turn. */
export interface Without {
  fixture: Fixture
  turns: readonly Turn[]
  /** Files under the laptop's repository. */
  removals?: readonly Removal[]
  returns?: readonly Return[]
  /** Edits of the first page in both languages. */
  edits?: readonly Omit<Removal, 'file'>[]
}

/**
 * The steps that fail once the prevention is gone, in order. All the steps of the
 * turns run: one that fails does not keep the later ones from being tried.
 */
export async function failingWithout(without: Without): Promise<string[]> {
  const seeds = mkdtempSync(join(tmpdir(), 'seeds-'))
  try {
    cpSync(SEEDS, seeds, { recursive: true })
    takeAway(seeds, without)
    const plans = plansOf(without)
    const shell = await openFixture(together(plans), seeds)
    try {
      const failed: string[] = []
      for (const [at, plan] of plans.entries()) {
        await ask(shell, without.turns[at]?.prepare)
        failed.push(...(await failing(plan, shell)))
      }
      return failed
    } finally {
      await shell.close()
    }
  } finally {
    rmSync(seeds, { recursive: true })
  }
}

function takeAway(seeds: string, { removals = [], returns = [] }: Without): void {
  const world = join(seeds, 'octavios/laptop')
  const at = (file: string) => join(world, 'octavios', file)
  for (const { file, find, replace } of removals)
    writeFileSync(at(file), replaced(readFileSync(at(file), 'utf8'), find, replace))
  for (const { file, tag } of returns) cpSync(join(world, '.history', tag, file), at(file))
}

function plansOf({ fixture, turns, edits = [] }: Without): Plan[] {
  return turns.map(({ id, steps }, at) => {
    const plan = planPages({ sources: pagesOf(id, fixture, at === 0 ? edits : []), id, fixture })
    const known = plannedSteps(plan).map((step) => step.id)
    for (const step of steps ?? []) if (!known.includes(step)) throw new Error(`${id} has no step ${step}`)
    return partOf(plan, (item) => item.kind !== 'step' || !steps || steps.includes(item.id))
  })
}

/** One fixture has the inputs of all its pages. */
function together([first, ...others]: readonly Plan[]): Plan {
  if (!first) throw new Error('nothing runs')
  return { ...first, inputs: Object.assign({}, first.inputs, ...others.map(({ inputs }) => inputs)) }
}

async function ask(shell: Shell, text: string | undefined): Promise<void> {
  if (text === undefined) return
  const request = { text, timeoutMs: 60_000, signal: new AbortController().signal, onOutput: () => {} }
  const { exitCode, stderr } = await shell.run(request)
  if (exitCode !== 0) throw new Error(stderr)
}

async function failing(plan: Plan, shell: Shell): Promise<string[]> {
  const failed: string[] = []
  const going = goingOn(shell, plan)
  const items = itemsOf(plan)
  for (let done = 0; done < items.length; ) {
    const { report } = await runPlan(
      partOf(plan, (_, index) => index >= done),
      going,
    )
    const at = report.steps.findIndex(({ status }) => status !== 'passed')
    const stopped = report.steps[at]
    if (!stopped) break
    // What the fixture cannot judge shows nothing about a prevention.
    if (stopped.status === 'not-checkable' || stopped.status === 'skipped')
      throw new Error(`${stopped.id} is ${stopped.status}: ${stopped.reason ?? ''}`)
    failed.push(stopped.id)
    const steps = items.flatMap(({ kind }, index) => (kind === 'step' && index >= done ? [index] : []))
    done = (steps[at] ?? items.length) + 1
  }
  return failed
}

/** Both languages of a page with the edits. Where a page as a whole needs Docker, the embedded fixture still runs the steps it can. */
function pagesOf(id: string, fixture: Fixture, edits: readonly Omit<Removal, 'file'>[]): Map<string, string> {
  const own = [...shippedPages()].filter(([file]) => file.endsWith(`/${id}.md`))
  return new Map(
    own.map(([file, text]) => {
      const edited = edits.reduce((page, { find, replace }) => replaced(page, find, replace), text)
      return [file, fixture === 'embedded' ? edited.replace(/\n {2}docker: .*(?=\n)/, '') : edited]
    }),
  )
}

/** Throws when the text is not there: an edit that changes nothing proves nothing. */
function replaced(text: string, find: string, replace: string): string {
  if (!text.includes(find)) throw new Error(`nothing holds: ${find}`)
  return text.replaceAll(find, () => replace)
}

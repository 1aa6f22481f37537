import { readFileSync } from 'node:fs'
import type { Plan } from '#schema/plan.ts'
import type { Shell } from '#schema/shell.ts'
import { openFixture, type PageRun, planPages, runPlan } from '../support/page-run.ts'

/** A prevention of the seed world taken away, and the step of a post-mortem that must then fail. */
export interface Guard {
  name: string
  step: string
  /** Of the repository in the seed world; the text `find` of it becomes `replace`. */
  file: string
  find: string
  replace: string
  /** Working tree whose copy is edited, beside the repository. */
  tree?: string
  /** Undoes what the step did that the prevention would have stopped. */
  undo?: string
}

const REPOSITORY = 'runbooks/fixtures/octavios/laptop/octavios'

/** The steps that did not pass without each prevention, by its name. */
export type Failed = Map<string, readonly string[]>

/** The steps of a run that ended in another way than the page says. */
export const failedSteps = ({ report }: PageRun): string[] =>
  report.steps.filter(({ status }) => !['passed', 'skipped'].includes(status)).map(({ id }) => id)

/**
 * Runs a post-mortem once. Before the step a guard names, the prevention is taken away and that step
 * alone runs; then the prevention is put back and the page goes on, so each guard costs one step.
 * Rejects when the page itself does not pass.
 */
export async function walkGuards(
  pages: ReadonlyMap<string, string>,
  id: string,
  guards: readonly Guard[],
): Promise<Failed> {
  const plan = planPages({ sources: pages, id, fixture: 'docker' })
  const placed = guards.map((guard) => ({ guard, at: positionOf(plan, guard) })).sort((a, b) => a.at - b.at)
  const failed: Failed = new Map()
  const shell = await openFixture(plan)
  let done = 0
  try {
    for (const { guard, at } of placed) {
      await pass({ ...plan, items: plan.items.slice(done, at) }, shell)
      done = at
      failed.set(guard.name, await without(guard, { ...plan, items: plan.items.slice(at, at + 1) }, shell))
    }
    await pass({ ...plan, items: plan.items.slice(done) }, shell)
  } finally {
    await shell.close()
  }
  return failed
}

/** The file of a guard without its prevention. Throws when the text to take away is not there. */
export function weakened({ file, find, replace }: Guard): string {
  const text = readFileSync(`${REPOSITORY}/${file}`, 'utf8')
  if (text.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`)
  return text.replace(find, () => replace)
}

function positionOf({ items }: Plan, { step }: Guard): number {
  const at = items.findIndex((item) => item.kind === 'step' && item.id === step)
  if (at < 0) throw new Error(`there is no step ${step}`)
  return at
}

async function without(guard: Guard, plan: Plan, shell: Shell): Promise<string[]> {
  await write(shell, guard, weakened(guard))
  const failed = failedSteps(await runPlan(plan, shell))
  if (guard.undo) await ask(shell, guard.undo)
  await write(shell, guard, readFileSync(`${REPOSITORY}/${guard.file}`, 'utf8'))
  return failed
}

async function write(shell: Shell, { file, tree = 'octavios' }: Guard, text: string): Promise<void> {
  await ask(shell, `base64 --decode <<<${Buffer.from(text).toString('base64')} >../${tree}/${file}`)
}

async function ask(shell: Shell, text: string): Promise<void> {
  const { exitCode, stderr } = await shell.run({
    text,
    timeoutMs: 30_000,
    signal: new AbortController().signal,
    onOutput: () => {},
  })
  if (exitCode !== 0) throw new Error(stderr)
}

async function pass(plan: Plan, shell: Shell): Promise<void> {
  if (plan.items.length === 0) return
  const { findings, report } = await runPlan(plan, shell)
  if (report.status !== 'passed') throw new Error(`the page does not pass: ${JSON.stringify(findings)}`)
}

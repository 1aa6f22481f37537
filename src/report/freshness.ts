import type { RunReport } from '#schema/report.ts'
import { sourceHash } from './source-hash.ts'

/** A runbook as it is now: hash of its pages, and of all else a run depends on. */
export interface Current {
  id: string
  hash: string
  world?: string | undefined
}

/** The dry runs of a runbook. Live runs say nothing about a page. */
export const dryRunsOf = (runs: readonly RunReport[], { id }: Pick<Current, 'id'>): RunReport[] =>
  runs.filter((run) => run.id === id && !run.live)

/** Whether a run was of the page as it is. */
export const isOfPage = (run: RunReport, { hash }: Pick<Current, 'hash'>): boolean => run.hash === hash

/** Whether a run was in the world as it is: fixture, emulators, grammars, seed world and packages. */
export const isOfWorld = (run: RunReport, { world }: Pick<Current, 'world'>): boolean => run.world === world

/** Whether a run of the very same pages passed, in whatever world. */
export function passedAsIs(
  runs: readonly RunReport[],
  id: string,
  sources: { es: string; en?: string | undefined },
): boolean {
  const hash = sourceHash(sources)
  return dryRunsOf(runs, { id }).some((run) => isOfPage(run, { hash }) && run.status === 'passed')
}

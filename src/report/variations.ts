import type { VariationReport, VariationsReport } from '#schema/report.ts'
import type { StepStatus } from '#schema/status.ts'
import { markOf, type Paint } from './style.ts'
import { renderTable } from './table.ts'
import type { Words } from './words.ts'

/** The variations of a verification for people: a line a procedure, and a line for each that is not simply a pass. */
export function renderVariations({ seed, count, runs }: VariationsReport, words: Words, paint: Paint): string {
  const title = words.variations.title.replace('{count}', String(count)).replace('{seed}', String(seed))
  if (runs.length === 0) return paint('bold', title)
  const procedures = Map.groupBy(runs, ({ runbook, procedure }) => `${runbook} ${procedure}`)
  const rows = [...procedures.values()].map((all) => rowOf(all, words, paint))
  const told = runs.flatMap((run) => lineOf(run, words, paint))
  const head = [words.columns.status, words.columns.id, words.variations.procedure, '']
  return [paint('bold', title), renderTable(head, rows, paint), ...told].join('\n')
}

/** What a variation changes: `VERSION=10.0.0 drift`. */
export const changesOf = ({ inputs, change, environment }: VariationReport): string =>
  [...Object.entries(inputs).map(([name, value]) => `${name}=${value}`), change, environment]
    .filter((part) => part !== undefined)
    .join(' ')

/** From the worst. */
const ORDER: readonly StepStatus[] = ['failed', 'timed-out', 'interrupted', 'not-checkable', 'skipped', 'passed']

function rowOf(runs: readonly VariationReport[], words: Words, paint: Paint): string[] {
  const held = runs.filter(({ exception }) => exception === undefined)
  const counts = ORDER.map((status) => ({ status, count: held.filter((run) => run.status === status).length }))
  const some = counts.filter(({ count }) => count > 0)
  const mark = markOf(some[0]?.status ?? 'skipped', paint).trimEnd()
  const shown = some.map(({ status, count }) => `${count} ${words.status[status]}`).join(', ')
  return [mark, runs[0]?.runbook ?? '', runs[0]?.procedure ?? '', shown]
}

/** Failures are findings; this is what no finding tells. */
function lineOf(run: VariationReport, words: Words, paint: Paint): string[] {
  const mark = markOf(run.exception === undefined ? run.status : 'skipped', paint)
  const line = (why: string) => `  ${mark}${run.procedure}  ${changesOf(run)}: ${why}`
  if (run.exception !== undefined) return [line(words.variations.excepted.replace('{reason}', run.exception))]
  return run.reason === undefined ? [] : [line(run.reason.split('\n')[0] ?? '')]
}

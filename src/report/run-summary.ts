import { formatDuration } from '#schema/duration.ts'
import type { RunReport, StepReport } from '#schema/report.ts'
import { type Change, changes } from './effects.ts'
import { type Paint, showControls, withMark } from './style.ts'
import { renderTable } from './table.ts'
import type { Words } from './words.ts'
import { fitLine } from './wrap.ts'

/** The end of a run for people: steps with their evidence, effects, outputs, and the verdict. */
export function renderRunSummary(run: RunReport, words: Words, paint: Paint): string {
  const parts = [
    titled(words.titles.steps, stepTable(run.steps, words, paint), paint),
    titled(words.titles.effects, effectTable(run, words, paint), paint),
    ...(Object.keys(run.outputs).length > 0
      ? [titled(words.titles.outputs, outputTable(run, words, paint), paint)]
      : []),
    ...(run.checked.length > 0 ? [titled(words.titles.checked, checkedLines(run), paint)] : []),
    verdict(run, words, paint),
  ]
  return parts.join('\n\n')
}

const titled = (title: string, body: string, paint: Paint) => `${paint(['bold', 'underline'], title)}\n${body}`

function stepTable(steps: readonly StepReport[], words: Words, paint: Paint): string {
  const { columns } = words
  const unlisted = UNLISTED.flatMap((reason) => {
    const count = steps.filter((step) => step.reason === reason).length
    return count > FEW[reason] ? [{ reason, count }] : []
  })
  const selected = steps.filter((step) => !unlisted.some(({ reason }) => reason === step.reason))
  const isOne = new Set(steps.map(({ procedure }) => procedure)).size === 1
  const rows = selected.map((step) => [
    withMark(step.status, words.status[step.status], paint),
    words.evidence[step.evidence],
    isOne ? step.id : `${step.procedure}/${step.id}`,
    step.status === 'skipped' ? '' : formatDuration(step.durationMs),
    `${step.file}:${step.line}`,
    paint('dim', reasonOf(step, words)),
  ])
  const head = [columns.status, columns.evidence, columns.step, columns.duration, columns.place, '']
  const left = unlisted.map(({ reason, count }) => `  ${paint('dim', `${count} ${words.left[reason]}`)}`)
  return [renderTable(head, rows, paint), ...left].join('\n')
}

/** Reasons of steps that are counted, where there are more than these: what happened must not scroll away. */
const UNLISTED = ['not-selected', 'finished', 'after-failure'] as const
const FEW = { 'not-selected': 0, finished: 3, 'after-failure': 3 }

/** Reasons of ours have words; a page's own reasons are shown as written. */
function reasonOf({ reason }: StepReport, words: Words): string {
  if (reason === undefined) return ''
  return words.reason[reason as keyof Words['reason']] ?? showControls(reason)
}

function effectTable(run: RunReport, words: Words, paint: Paint): string {
  if (run.live) return fitLine(`  ${words.hostEffects}`, paint.width, '  ')
  const effects = changes(run.steps)
  return effects.length === 0 ? `  ${words.noEffects}` : changeTable(effects, words, paint)
}

/** Changes for people. */
export function changeTable(effects: readonly Change[], { verb, columns }: Words, paint: Paint): string {
  const rows = effects.map(({ effect, steps }) => [
    verb[effect.verb],
    effect.kind,
    showControls(effect.name),
    paint('dim', steps.join(', ')),
  ])
  return renderTable([columns.effect, columns.kind, columns.name, columns.by], rows, paint)
}

function outputTable({ outputs }: RunReport, { columns }: Words, paint: Paint): string {
  const rows = Object.entries(outputs).map(([name, value]) => [name, showControls(value)])
  return renderTable([columns.output, columns.value], rows, paint)
}

const checkedLines = ({ checked }: RunReport) =>
  checked.map(({ file, line, reason }) => `  ${file}:${line}  ${reason}`).join('\n')

function verdict(run: RunReport, words: Words, paint: Paint): string {
  const counts = Object.entries(countBy(run.steps.map(({ status }) => words.status[status])))
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')
  const kind = run.live ? words.live : words.dryRun
  const head = paint('bold', withMark(run.status, `${run.id}: ${words.status[run.status]}`, paint))
  const line = `${head}  ${kind}, ${words.shell[run.shell]}; ${counts}; ${formatDuration(run.durationMs)}`
  return fitLine(line, paint.width, '  ')
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

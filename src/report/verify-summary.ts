import { formatDuration } from '#schema/duration.ts'
import type { Report, RunReport } from '#schema/report.ts'
import type { Evidence } from '#schema/status.ts'
import type { LinesOf } from './code-frame.ts'
import { renderCoverage } from './coverage.ts'
import { renderFindings } from './findings.ts'
import { type Paint, withMark } from './style.ts'
import { renderTable } from './table.ts'
import { renderVariations } from './variations.ts'
import type { Words } from './words.ts'

/** The end of a verification for people: findings, a line a runbook with its evidence by kind, coverage, the verdict. */
export function renderVerifySummary(report: Report, words: Words, paint: Paint, linesOf?: LinesOf): string {
  const parts: string[] = []
  if (report.findings.length > 0) parts.push(renderFindings(report.findings, words, paint, linesOf))
  if (report.runs.length > 0) parts.push(runTable(report.runs, words, paint))
  if (report.variations) parts.push(renderVariations(report.variations, words, paint))
  const { coverage } = report
  if (coverage && (report.runs.length > 0 || coverage.required !== undefined))
    parts.push(renderCoverage(coverage, words, paint))
  return [...parts, verdict(report, words, paint)].join('\n\n')
}

function runTable(runs: readonly RunReport[], words: Words, paint: Paint): string {
  const rows = runs.map((run) => [
    withMark(run.status, words.status[run.status], paint),
    run.id,
    evidenceCounts(run, words),
    words.shell[run.shell],
    run.reused ? words.reused.replace('{at}', minute(run.startedAt)) : formatDuration(run.durationMs),
  ])
  const { columns } = words
  return renderTable([columns.status, columns.id, columns.evidence, '', columns.duration], rows, paint)
}

/** `2026-11-21 06:57 UTC` of an ISO 8601 moment. */
const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`

/** Kinds of evidence are never added up. */
function evidenceCounts({ steps, checked }: RunReport, words: Words): string {
  const kinds: Evidence[] = [...steps.map(({ evidence }) => evidence), ...checked.map(() => 'checked' as const)]
  const counts = new Map<Evidence, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) => `${count} ${kind === 'none' ? words.status.skipped : words.evidence[kind]}`)
    .join(', ')
}

function verdict({ findings, exitCode }: Report, words: Words, paint: Paint): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const status = exitCode === 0 ? 'passed' : 'failed'
  const counts = `${words.titles.findings}: ${errors} (${words.error}), ${findings.length - errors} (${words.warning})`
  return `${withMark(status, `verify: ${words.status[status]}`, paint)}  ${counts}`
}

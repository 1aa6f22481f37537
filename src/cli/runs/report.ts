import { EXIT } from '#finding/error.ts'
import { renderFindings } from '#report/findings.ts'
import { renderRunSummary } from '#report/run-summary.ts'
import { isFinished, type PastRun } from '#run/journal/past-run.ts'
import type { RunReport } from '#schema/report.ts'
import { exitOf, runReport } from '../runbook/plan.ts'
import { parseReports, writeReports } from '../terminal/reports.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Writes the report of a run in the formats asked for, as the run itself would have. */
export async function reportRun(run: PastRun, formats: readonly string[], terminal: Terminal): Promise<number> {
  const { out, words } = terminal
  const report = reportOf(run)
  const whole = { ...runReport(report, run.findings, terminal), exitCode: exitOf(report.status) }
  await writeReports(whole, parseReports(formats), {
    write: out.write,
    renderText: () =>
      [
        renderRunSummary(report, words, out.paint),
        ...(run.findings.length > 0 ? [renderFindings(run.findings, words, out.paint)] : []),
      ].join('\n\n'),
  })
  return EXIT.passed
}

/** The report of a run over all the times it went on: each step as it last was. */
export function reportOf(run: PastRun): RunReport {
  const { identity, reports, status, lastAt, outputs } = run
  const { at, runbook, title, file, hash, inputs, secrets } = identity
  return {
    id: runbook,
    title,
    file,
    hash,
    shell: 'host',
    live: true,
    status: isFinished(run)
      ? reports.some(({ status: one }) => one === 'failed')
        ? 'failed'
        : 'passed'
      : (status ?? 'interrupted'),
    startedAt: at,
    durationMs: Math.max(0, Date.parse(lastAt) - Date.parse(at)),
    inputs: { ...inputs, ...Object.fromEntries(secrets.map((name) => [name, '***'])) },
    outputs,
    steps: [...reports],
    checked: [],
  }
}

import { renderFindings } from '#report/findings.ts'
import { renderRunSummary } from '#report/run-summary.ts'
import type { RunIdentity } from '#schema/journal.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { JournaledRun } from './journaled-run.ts'

/** The end of a live run for people: what became of it, where its journal is, and how to go on where it stopped. */
export function liveSummary(
  { report, findings, file, rollBack }: JournaledRun,
  { run, runbook }: RunIdentity,
  { words, out, locale }: Terminal,
): string {
  const isOpen = report.steps.some(({ status, decided }) => status !== 'passed' && status !== 'skipped' && !decided)
  const parts = [
    `\n${renderRunSummary(report, words, out.paint)}`,
    ...(findings.length > 0 ? [renderFindings(findings, words, out.paint)] : []),
    `${JOURNAL[locale]}: ${file}`,
    ...(isOpen && !rollBack ? [`${RESUME[locale]}: pnpm runbook ${runbook} --resume ${run}`] : []),
  ]
  return parts.join('\n\n')
}

const JOURNAL = { es: 'Diario', en: 'Journal' }
const RESUME = { es: 'Para seguir donde se detuvo', en: 'To go on where it stopped' }

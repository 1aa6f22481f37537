import { type BesideRehearsal, besideRehearsal } from '#report/beside-rehearsal.ts'
import { renderFindings } from '#report/findings.ts'
import { renderRunSummary } from '#report/run-summary.ts'
import { showControls } from '#report/style.ts'
import { renderTable } from '#report/table.ts'
import { formatDuration } from '#schema/duration.ts'
import type { RunIdentity } from '#schema/journal.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { Rehearsal } from './before/rehearsal.ts'
import type { JournaledRun } from './journaled-run.ts'

/**
 * The end of a live run for people: what became of it and of what its rehearsal changed, where its journal is, and how
 * to go on where it stopped.
 */
export function liveSummary(
  { report, findings, file, rollBack }: JournaledRun,
  { identity, rehearsal }: { identity: RunIdentity; rehearsal: Rehearsal },
  terminal: Terminal,
): string {
  const { words, out, locale } = terminal
  const isOpen = report.steps.some(({ status, decided }) => status !== 'passed' && status !== 'skipped' && !decided)
  const { run, runbook } = identity
  const parts = [
    `\n${renderRunSummary(report, words, out.paint)}`,
    ...(rehearsal.kind === 'same'
      ? [beside(besideRehearsal(report, { ...rehearsal.run, steps: [...rehearsal.steps] }), terminal)]
      : []),
    ...(findings.length > 0 ? [renderFindings(findings, words, out.paint)] : []),
    `${JOURNAL[locale]}: ${file}`,
    ...(isOpen && !rollBack ? [`${RESUME[locale]}: pnpm runbook ${runbook} --resume ${run}`] : []),
  ]
  return parts.join('\n\n')
}

/** What the rehearsal changed, with what became of it here, and what else was otherwise. */
function beside(found: BesideRehearsal, { words, out, locale }: Terminal): string {
  const { columns, verb, status } = words
  const head = [columns.effect, columns.kind, columns.name, columns.by, HERE.title[locale]]
  const rows = found.effects.map(({ effect, steps, done }) => [
    verb[effect.verb],
    effect.kind,
    showControls(effect.name),
    out.paint('dim', steps.join(', ')),
    (done ? HERE.done : HERE.open)[locale],
  ])
  const times = (one: { here: number; there: number }) => `${formatDuration(one.here)} / ${formatDuration(one.there)}`
  const differences = [
    ...found.notPassed.map(({ id, status: was }) => `  ${id}: ${status[was]} / ${status.passed}`),
    ...found.outputs.map(({ name, here, there }) => `  ${name}: ${showControls(here)} / ${showControls(there)}`),
    ...found.slower.map((one) => `  ${one.id}: ${times(one)}`),
    `  ${HERE.took[locale]}: ${times(found.took)}`,
  ]
  return [
    out.paint(['bold', 'underline'], BESIDE[locale]),
    rows.length > 0 ? renderTable(head, rows, out.paint) : `  ${words.noEffects}`,
    DIFFERS[locale],
    ...differences,
  ].join('\n')
}

const BESIDE = { es: 'Lo que cambió el ensayo, y aquí', en: 'What the rehearsal changed, and here' }
const HERE = {
  title: { es: 'Aquí', en: 'Here' },
  done: { es: 'su paso acabó bien', en: 'its step passed' },
  open: { es: 'su paso no acabó bien', en: 'its step did not pass' },
  took: { es: 'en total', en: 'in all' },
}
const DIFFERS = { es: 'Aquí / en el ensayo:', en: 'Here / in the rehearsal:' }
const JOURNAL = { es: 'Diario', en: 'Journal' }
const RESUME = { es: 'Para seguir donde se detuvo', en: 'To go on where it stopped' }

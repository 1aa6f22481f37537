import { EXIT } from '#finding/error.ts'
import { renderRunSummary } from '#report/run-summary.ts'
import { renderTable } from '#report/table.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { reportOf } from './report.ts'
import { STATE_WORDS, stateOf } from './state.ts'

/** Shows a run: what it was of, what its steps did, what it is now, and the command that goes on with it. */
export async function showRun(run: PastRun, past: readonly PastRun[], terminal: Terminal): Promise<number> {
  const { out, words, locale } = terminal
  const state = await stateOf(run, past)
  const parts = [
    `${out.paint('bold', run.identity.run)}  ${run.identity.title}`,
    factTable(run, STATE_WORDS[state][locale], terminal),
    renderRunSummary(reportOf(run), words, out.paint),
    `${JOURNAL[locale]}: ${run.file}`,
    ...(state === 'unfinished'
      ? [`${RESUME[locale]}: pnpm runbook ${run.identity.runbook} --resume ${run.identity.run}`]
      : []),
  ]
  out.write(`${parts.join('\n\n')}\n`)
  return EXIT.passed
}

function factTable({ identity, by, lastAt }: PastRun, state: string, { out, words, locale }: Terminal): string {
  const { procedure, inputs, target, at, directory, undoes } = identity
  const rows = [
    [FACTS.state[locale], state],
    [FACTS.procedure[locale], procedure],
    [FACTS.by[locale], by],
    [FACTS.started[locale], at],
    [FACTS.last[locale], lastAt],
    [FACTS.directory[locale], directory],
    ...(undoes ? [[FACTS.undoes[locale], undoes]] : []),
    ...Object.entries({ ...target, ...inputs }),
  ]
  return renderTable([words.columns.input, words.columns.value], rows, out.paint)
}

const FACTS = {
  state: { es: 'estado', en: 'state' },
  procedure: { es: 'procedimiento', en: 'procedure' },
  by: { es: 'quién', en: 'by' },
  started: { es: 'empezó', en: 'started' },
  last: { es: 'última anotación', en: 'last entry' },
  directory: { es: 'directorio', en: 'directory' },
  undoes: { es: 'deshace', en: 'undoes' },
} as const
const JOURNAL = { es: 'Diario', en: 'Journal' }
const RESUME = { es: 'Para seguir donde se detuvo', en: 'To go on where it stopped' }

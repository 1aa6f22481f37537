import { renderTable } from '#report/table.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type RunState, STATE_WORDS, stateOf } from './state.ts'

/** The runs for people: name, procedure, target, steps done, what became of it, and who ran it. */
export async function runList(past: readonly PastRun[], { out, words, locale }: Terminal): Promise<string> {
  if (past.length === 0) return NONE[locale]
  const rows = await Promise.all(
    past.map(async (run) => [
      run.identity.run,
      run.identity.procedure,
      targetText(run),
      stepsText(run),
      STATE_WORDS[await stateOf(run, past)][locale],
      run.by,
    ]),
  )
  const head = [
    RUN[locale],
    words.columns.procedures,
    TARGET[locale],
    words.titles.steps,
    words.columns.status,
    BY[locale],
  ]
  return `${renderTable(head, rows, out.paint)}\n\n${HINT[locale]}`
}

/** One run as `pnpm runs --json` gives it. */
export interface ListedRun {
  run: string
  runbook: string
  procedure: string
  startedAt: string
  lastAt: string
  by: string
  target: Readonly<Record<string, string>>
  state: RunState
  done: number
  steps: number
  journal: string
  undoes: string | null
}

/** The runs for a program, as JSON. */
export async function runListJson(past: readonly PastRun[]): Promise<string> {
  const listed = await Promise.all(past.map((run) => listedRun(run, past)))
  return JSON.stringify(listed, undefined, 2)
}

async function listedRun(run: PastRun, past: readonly PastRun[]): Promise<ListedRun> {
  const { identity, done, file, lastAt, by } = run
  return {
    run: identity.run,
    runbook: identity.runbook,
    procedure: identity.procedure,
    startedAt: identity.at,
    lastAt,
    by,
    target: identity.target,
    state: await stateOf(run, past),
    done: done.size,
    steps: stepsOf(run).length,
    journal: file,
    undoes: identity.undoes ?? null,
  }
}

const stepsOf = ({ identity }: PastRun) => identity.content.filter(({ kind }) => kind === 'step')
const stepsText = (run: PastRun) => `${run.done.size}/${stepsOf(run).length}`
const targetText = ({ identity }: PastRun) => [...new Set(Object.values(identity.target))].join(' ')

const NONE = { es: 'Aún no hay ninguna ejecución real.', en: 'There is no live run yet.' }
const RUN = { es: 'Ejecución', en: 'Run' }
const TARGET = { es: 'Objetivo', en: 'Target' }
const BY = { es: 'Quién', en: 'By' }
const HINT = { es: 'Mira una: pnpm runs show <ejecución>', en: 'See one: pnpm runs show <run>' }

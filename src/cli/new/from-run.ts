import { loadScript } from '#knowledge/scripts/load.ts'
import { isFinished, type PastRun, pastRuns, readEntries } from '#run/journal/past-run.ts'
import type { JournalEntry } from '#schema/journal.ts'
import type { Localized } from '#schema/locale.ts'
import type { RunbookScript } from '#schema/script.ts'
import { runNamed } from '../runbook/live/choose-run.ts'
import { journalsOf } from '../runbook/live/run-store.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Something a run did, for a timeline. */
export interface Told {
  id: string
  /** ISO 8601, in UTC, to the second. */
  at: string
  text: Localized
}

/** What a post-mortem takes from a run: never a value of it, nor what it printed. */
export interface RunTold {
  system: string
  title: Localized
  procedure: Localized
  /** Addresses of its page. */
  url: Localized
  timeline: readonly Told[]
  /** When it began, and when all of it was done, if ever. */
  began: string
  done: string | undefined
}

/** What is known of a run, by its name or the beginning of it, and of those that undid it. */
export async function runTold(name: string, terminal: Terminal): Promise<RunTold> {
  const past = pastRuns(journalsOf(terminal))
  const run = runNamed(past, name)
  const script = await loadScript(run.identity.runbook)
  const undoing = past.filter(({ identity }) => identity.undoes === run.identity.run)
  const told = [run, ...undoing].flatMap((one) => timelineOf(one, script))
  const procedure = script.procedures.find(({ id }) => id === run.identity.procedure)
  return {
    system: script.system,
    title: script.title,
    procedure: procedure?.title ?? script.title,
    url: { es: `/${slugOf(script)}/`, en: `/en/${slugOf(script)}/` },
    timeline: numbered(told.sort((one, other) => one.at.localeCompare(other.at))),
    began: second(run.identity.at),
    done: isFinished(run) ? second(run.lastAt) : undefined,
  }
}

const slugOf = ({ sources }: RunbookScript) => sources.es.replace(/^content\/docs\//, '').replace(/\.md$/, '')

const second = (at: string) => `${at.slice(0, 19)}Z`

function timelineOf({ identity, file }: PastRun, script: RunbookScript): Told[] {
  const changing = new Set(identity.content.flatMap(({ name, changes }) => (changes ? [name] : [])))
  return readEntries(file).flatMap((entry): Told[] => {
    const told = toldOf(entry, { script, changing, undoes: identity.undoes !== undefined })
    return told ? [{ ...told, at: second(entry.at) }] : []
  })
}

interface About {
  script: RunbookScript
  /** Steps that may change something. */
  changing: ReadonlySet<string>
  /** It undid another run. */
  undoes: boolean
}

/** What of an entry belongs in a timeline: what changed something, and what went wrong. */
function toldOf(entry: JournalEntry, { script, changing, undoes }: About): Omit<Told, 'at'> | undefined {
  if (entry.kind === 'run') return { id: undoes ? 'undo-started' : 'run-started', text: undoes ? UNDOES : BEGINS }
  if (entry.kind === 'run-resumed') return { id: 'run-resumed', text: RESUMED }
  if (entry.kind !== 'step-finished' && entry.kind !== 'step-decided') return undefined
  const step = titled(entry.step, script)
  if (entry.kind === 'step-decided') return decided(entry, step)
  const { status, exitCode } = entry.report
  if (status === 'passed') return changing.has(entry.step) ? { id: `${entry.step}-done`, text: DONE(step) } : undefined
  if (status === 'timed-out') return { id: `${entry.step}-timed-out`, text: TIMED_OUT(step) }
  if (status === 'interrupted') return { id: `${entry.step}-interrupted`, text: INTERRUPTED(step) }
  return { id: `${entry.step}-failed`, text: FAILED(step, exitCode) }
}

function decided(
  { step: id, decision }: Extract<JournalEntry, { kind: 'step-decided' }>,
  step: Localized,
): Omit<Told, 'at'> | undefined {
  const text = DECISIONS[decision]
  return text && { id: `${id}-${decision}`, text: text(step) }
}

/** A step by its id and, where the page still has it, its title. */
function titled(id: string, { items }: RunbookScript): Localized {
  const found = items.find((item) => item.kind === 'step' && item.id === id)
  const title = found?.kind === 'step' ? found.title : undefined
  return { es: title ? `${id} («${title.es}»)` : id, en: title ? `${id} ("${title.en}")` : id }
}

/** The same may happen several times. */
function numbered(told: readonly Told[]): Told[] {
  const times = new Map<string, number>()
  return told.map((one) => {
    const count = (times.get(one.id) ?? 0) + 1
    times.set(one.id, count)
    return count === 1 ? one : { ...one, id: `${one.id}-${count}` }
  })
}

const BEGINS: Localized = {
  es: 'Empieza la ejecución. [POR RELLENAR: qué se había visto hasta entonces]',
  en: 'The run begins. [TO FILL IN: what had been seen by then]',
}
const UNDOES: Localized = { es: 'Se empieza a volver atrás.', en: 'Rolling back begins.' }
const RESUMED: Localized = {
  es: 'La ejecución sigue donde se detuvo.',
  en: 'The run goes on where it stopped.',
}
const DONE = ({ es, en }: Localized): Localized => ({
  es: `El paso ${es} acaba bien.`,
  en: `Step ${en} passes.`,
})
const FAILED = ({ es, en }: Localized, code: number | undefined): Localized => ({
  es: `El paso ${es} falla${code ? ` con estado ${code}` : ''}. [POR RELLENAR: qué se vio]`,
  en: `Step ${en} fails${code ? ` with status ${code}` : ''}. [TO FILL IN: what was seen]`,
})
const TIMED_OUT = ({ es, en }: Localized): Localized => ({
  es: `El paso ${es} agota su tiempo. [POR RELLENAR: qué esperaba]`,
  en: `Step ${en} runs out of time. [TO FILL IN: what it waited for]`,
})
const INTERRUPTED = ({ es, en }: Localized): Localized => ({
  es: `El paso ${es} se interrumpe. [POR RELLENAR: por qué]`,
  en: `Step ${en} is interrupted. [TO FILL IN: why]`,
})

/** What a person said of a step. A stop is told by what comes of it. */
const DECISIONS: Partial<
  Record<Extract<JournalEntry, { kind: 'step-decided' }>['decision'], (step: Localized) => Localized>
> = {
  run: ({ es, en }) => ({ es: `Se repite el paso ${es}.`, en: `Step ${en} is run again.` }),
  finished: ({ es, en }) => ({
    es: `Se da por terminado el paso ${es}. [POR RELLENAR: cómo se comprobó]`,
    en: `Step ${en} is taken for finished. [TO FILL IN: how that was checked]`,
  }),
  skipped: ({ es, en }) => ({
    es: `Se omite el paso ${es}. [POR RELLENAR: por qué]`,
    en: `Step ${en} is skipped. [TO FILL IN: why]`,
  }),
  'roll-back': ({ es, en }) => ({
    es: `En el paso ${es} se decide volver atrás.`,
    en: `At step ${en} it is decided to roll back.`,
  }),
}

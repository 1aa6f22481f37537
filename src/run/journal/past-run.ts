import { readdirSync, readFileSync } from 'node:fs'
import { EXIT, StopError } from '#finding/error.ts'
import type { FindingReport } from '#schema/finding.ts'
import { type JournalEntry, journalEntrySchema, type RunIdentity } from '#schema/journal.ts'
import type { StepReport } from '#schema/report.ts'
import type { StepStatus } from '#schema/status.ts'
import { journalFile } from './journal.ts'

/** An earlier run as its journal tells it. */
export interface PastRun {
  identity: RunIdentity
  file: string
  /** Who had it last: their process, as `ownerMark` gives it. */
  owner: string
  by: string
  /** When the last entry was written. */
  lastAt: string
  /** How it ended the last time; undefined where it was killed, or goes on. */
  status: StepStatus | undefined
  /** The last report of each step that ran, in order. */
  reports: readonly StepReport[]
  /** What was found of them. */
  findings: readonly FindingReport[]
  /** Steps that need not run: they passed, or a person said so. */
  done: ReadonlySet<string>
  /** Steps that started and are not done: what they changed nobody knows. */
  tried: ReadonlySet<string>
  /** Values its steps published; a secret in them is masked. */
  outputs: Readonly<Record<string, string>>
  /** What its steps changed of their shell, as `writeState` wrote it. */
  state: string
  /** Of the processes that are not known to have ended, steps in the background among them. */
  marks: readonly string[]
}

/** All runs in a directory, the oldest first. */
export function pastRuns(directory: string): PastRun[] {
  const runs = journalNames(directory).flatMap((name) => readRun(directory, name) ?? [])
  return runs.sort((one, other) => one.identity.at.localeCompare(other.identity.at))
}

/** Whether every step that it was to run is done. */
export const isFinished = ({ identity, done }: PastRun): boolean =>
  identity.content.every(({ kind, name }) => kind === 'file' || done.has(name))

/** Whether any step of it started. */
export const hasBegun = ({ done, tried }: PastRun): boolean => done.size + tried.size > 0

/** Whether any step of it started that may change something. */
export const hasChanged = ({ identity, done, tried }: PastRun): boolean =>
  identity.content.some(({ name, changes }) => changes && (done.has(name) || tried.has(name)))

function journalNames(directory: string): string[] {
  try {
    const files = readdirSync(directory).filter((file) => file.endsWith('.jsonl'))
    return files.map((file) => file.slice(0, -'.jsonl'.length)).sort()
  } catch {
    return []
  }
}

/** A run killed before its identity was written never was. */
function readRun(directory: string, name: string): PastRun | undefined {
  const file = journalFile(directory, name)
  const entries = readEntries(file)
  const [identity] = entries
  if (identity?.kind !== 'run') return undefined
  const holders = entries.filter((entry) => entry.kind === 'run' || entry.kind === 'run-resumed')
  const finished = entries.filter((entry) => entry.kind === 'step-finished')
  const last = entries.findLast((entry) => entry.kind === 'run-finished' || entry.kind === 'run-started')
  return {
    identity,
    file,
    owner: holders.at(-1)?.owner ?? identity.owner,
    by: holders.at(-1)?.by ?? identity.by,
    lastAt: entries.at(-1)?.at ?? identity.at,
    status: last?.kind === 'run-finished' ? last.report.status : undefined,
    ...lastOf(finished, entries),
    ...stepsOf(entries),
    outputs: Object.assign({}, ...finished.map(({ outputs }) => outputs)),
    state: finished.findLast(({ state }) => state !== undefined)?.state ?? '',
    marks: marksOf(entries),
  }
}

/** The entries of a journal, in order. The half line `kill -9` can leave at the end is none. */
export function readEntries(file: string): JournalEntry[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line, index) => {
    const entry = journalEntrySchema.safeParse(parseJson(line))
    if (!entry.success) throw damaged(`${file}:${index + 1}`)
    return entry.data
  })
}

type Finished = Extract<JournalEntry, { kind: 'step-finished' }>

/** Each step as it last was. What a person decided of it stands in the reports of whole runs. */
function lastOf(
  finished: readonly Finished[],
  entries: readonly JournalEntry[],
): Pick<PastRun, 'reports' | 'findings'> {
  const last = new Map(finished.map((entry) => [entry.report.id, entry]))
  const ends = entries.flatMap((entry) => (entry.kind === 'run-finished' ? entry.report.steps : []))
  const decided = new Map(ends.filter((report) => report.decided).map((report) => [report.id, report]))
  const order = [...new Set([...ends.map(({ id }) => id), ...last.keys()])].filter(
    (id) => last.has(id) || decided.has(id),
  )
  return {
    reports: order.flatMap((id) => decided.get(id) ?? last.get(id)?.report ?? []),
    findings: [...last.values()].flatMap(({ finding }) => finding ?? []),
  }
}

function stepsOf(entries: readonly JournalEntry[]): Pick<PastRun, 'done' | 'tried'> {
  const done = new Set<string>()
  const tried = new Set<string>()
  const move = (step: string, [to, from]: [Set<string>, Set<string>]) => {
    from.delete(step)
    to.add(step)
  }
  for (const entry of entries) {
    if (entry.kind === 'step-started') move(entry.step, [tried, done])
    if (entry.kind === 'step-finished' && entry.report.status === 'passed') move(entry.step, [done, tried])
    // What would have gone to another target was stopped before it ran.
    if (entry.kind === 'step-finished' && entry.report.reason === 'other-target') tried.delete(entry.step)
    if (entry.kind === 'step-decided' && (entry.decision === 'finished' || entry.decision === 'skipped'))
      move(entry.step, [done, tried])
  }
  return { done, tried }
}

function marksOf(entries: readonly JournalEntry[]): string[] {
  const marks = new Set<string>()
  for (const entry of entries) {
    if (entry.kind === 'process-started') marks.add(entry.mark)
    if (entry.kind === 'process-ended') marks.delete(entry.mark)
  }
  return [...marks]
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const damaged = (place: string) =>
  new StopError(
    EXIT.failed,
    { es: `${place}: no es una línea de un diario.`, en: `${place}: this is no line of a journal.` },
    {
      hint: {
        es: 'Alguien cambió el archivo. Muévelo a otro lugar para seguir sin él.',
        en: 'Somebody changed the file. Move it elsewhere to go on without it.',
      },
    },
  )

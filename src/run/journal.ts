import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { eventSchema, type RunEvent } from '#schema/event.ts'

/** The ordered events of one live run, on disk before they are shown. */
export interface Journal {
  file: string
  append(event: RunEvent): void
  /** Keeps what the shell left, so that a resumed run can go on from there. */
  keepState(restore: string): void
  close(): void
}

/** Starts or continues a journal. Only its owner can read it. */
export function openJournal(directory: string, name: string): Journal {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, `${name}.jsonl`)
  dropHalfLine(file)
  const descriptor = openSync(file, 'a', 0o600)
  return {
    file,
    append(event) {
      writeSync(descriptor, `${JSON.stringify(event)}\n`)
      fsyncSync(descriptor)
    },
    keepState: (restore) => replaceFile(stateFile(directory, name), restore),
    close: () => closeSync(descriptor),
  }
}

/** `kill -9` leaves the old text or the new one, never half of it. */
function replaceFile(file: string, text: string) {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

/** `kill -9` can leave half a line; what follows must not be glued to it. */
function dropHalfLine(file: string) {
  const bytes = readOrEmpty(file)
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole < bytes.length) truncateSync(file, whole)
}

const stateFile = (directory: string, name: string) => join(directory, `${name}.state`)

/** An earlier run as its journal tells it. */
export interface PastRun {
  name: string
  hash: string
  /** The procedure it is of. */
  procedure: string | undefined
  inputs: Readonly<Record<string, string>>
  finished: ReadonlySet<string>
  /** A step that started and whose end is not known. */
  unknown: string | undefined
  ended: boolean
  restore: string
}

/** The last live run of a runbook, or undefined. A half-written last line, as `kill -9` leaves, is ignored. */
export function lastRun(directory: string, runbook: string): PastRun | undefined {
  const names = journalNames(directory).filter((name) => name.startsWith(`${runbook}.`))
  const name = names.at(-1)
  if (name === undefined) return undefined
  const events = readEvents(join(directory, `${name}.jsonl`))
  const start = events.find((event) => event.kind === 'run-started')
  if (!start) return undefined
  const finished = new Set(events.flatMap((event) => (isPassed(event) ? [event.step] : [])))
  return {
    name,
    hash: start.hash,
    procedure: start.procedures[0],
    inputs: start.inputs,
    finished,
    unknown: openStep(events),
    ended: events.at(-1)?.kind === 'run-finished' && !hasFailure(events),
    restore: readOrEmpty(stateFile(directory, name)).toString(),
  }
}

function journalNames(directory: string): string[] {
  try {
    const files = readdirSync(directory).filter((file) => file.endsWith('.jsonl'))
    return files.map((file) => file.slice(0, -'.jsonl'.length)).sort()
  } catch {
    return []
  }
}

function readEvents(file: string): RunEvent[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => eventSchema.parse(JSON.parse(line)))
}

function readOrEmpty(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

const isPassed = (event: RunEvent): event is Extract<RunEvent, { kind: 'step-finished' }> =>
  event.kind === 'step-finished' && event.report.status === 'passed'
const hasFailure = (events: readonly RunEvent[]) =>
  events.some((event) => event.kind === 'run-finished' && event.report.status !== 'passed')

function openStep(events: readonly RunEvent[]): string | undefined {
  const started = events.findLast((event) => event.kind === 'step-started')
  const ended = events.some((event) => event.kind === 'step-finished' && event.step === started?.step)
  return started && !ended ? started.step : undefined
}

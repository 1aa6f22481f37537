import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { JournalEntry, RunIdentity } from '#schema/journal.ts'
import { makePrivateDirectory, orStop } from './disk.ts'

/** The ordered entries of one live run, on disk before they are shown. Only its owner can read it. */
export interface Journal {
  file: string
  /** Stops, and leaves no half line, where the disk takes no more. */
  append(entry: JournalEntry): void
  close(): void
}

/** The file of a run. */
export const journalFile = (directory: string, run: string): string => join(directory, `${run}.jsonl`)

/** A name, or the first of its numbered likes that no run in a directory has. */
export function freeName(directory: string, name: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`
    if (!existsSync(journalFile(directory, free))) return free
  }
}

/** Begins the journal of a run. Stops where nothing can be written, and where the name is taken. */
export function beginJournal(directory: string, identity: RunIdentity): Journal {
  const journal = openJournal(directory, identity.run, 'ax')
  journal.append(identity)
  return journal
}

/** Continues the journal of a run. */
export function continueJournal(directory: string, run: string): Journal {
  dropHalfLine(journalFile(directory, run))
  return openJournal(directory, run, 'a')
}

/** What is kept free for the last entries of a run whose disk fills up, in bytes. */
const RESERVED = 1024 * 1024

function openJournal(directory: string, run: string, flags: 'a' | 'ax'): Journal {
  const file = journalFile(directory, run)
  const reserve = join(directory, `${run}.reserve`)
  const descriptor = orStop(file, () => {
    makePrivateDirectory(directory)
    const opened = openSync(file, flags, 0o600)
    writeNew(reserve, Buffer.alloc(RESERVED))
    return opened
  })
  const release = () => rmSync(reserve, { force: true })
  return {
    file,
    append(entry) {
      const line = `${JSON.stringify(entry)}\n`
      // What a step prints must not use up what its end needs.
      if (entry.kind === 'step-output') orStop(file, () => writeLine(descriptor, line))
      else {
        try {
          writeLine(descriptor, line)
        } catch {
          release()
          orStop(file, () => writeLine(descriptor, line))
        }
      }
    },
    close() {
      closeSync(descriptor)
      release()
    },
  }
}

/** All of a line or nothing of it, on the disk. */
function writeLine(descriptor: number, line: string): void {
  const before = fstatSync(descriptor).size
  try {
    writeAll(descriptor, Buffer.from(line))
    fsyncSync(descriptor)
  } catch (error) {
    ftruncateSync(descriptor, before)
    throw error
  }
}

/** A full disk takes a part first, and refuses then. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
}

function writeNew(file: string, bytes: Buffer): void {
  const descriptor = openSync(file, 'w', 0o600)
  try {
    writeAll(descriptor, bytes)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** `kill -9` can leave half a line; what follows must not be glued to it. */
function dropHalfLine(file: string): void {
  const bytes = orStop(file, () => readFileSync(file))
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole < bytes.length) orStop(file, () => truncateSync(file, whole))
}

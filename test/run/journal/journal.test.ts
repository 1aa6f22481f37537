import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginJournal, continueJournal, freeName, journalFile } from '#run/journal/journal.ts'
import { hasBegun, isFinished, pastRuns } from '#run/journal/past-run.ts'
import type { JournalEntry, RunIdentity } from '#schema/journal.ts'
import type { StepReport } from '#schema/report.ts'

let directory: string
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'journal-')), 'runs')
})
afterEach(() => rmSync(join(directory, '..'), { recursive: true }))

const at = '2026-01-01T00:00:00.000Z'
const identity: RunIdentity = {
  kind: 'run',
  version: 1,
  at,
  by: 'me',
  owner: 'host:1:1',
  run: 'a',
  runbook: 'demo',
  title: 'Demo',
  file: 'demo.md',
  procedure: 'demo',
  hash: 'h',
  content: [
    { kind: 'step', name: 'one', text: 'x', changes: true },
    { kind: 'file', name: 'f', text: 'x' },
  ],
  selection: {},
  inputs: {},
  secrets: [],
  target: {},
  directory: '/',
}
const started: JournalEntry = { kind: 'step-started', step: 'one', at, title: 'One', file: 'demo.md', line: 1 }
const report: StepReport = {
  id: 'one',
  procedure: 'demo',
  title: 'One',
  status: 'passed',
  evidence: 'executed',
  file: 'demo.md',
  line: 1,
  durationMs: 1,
  effects: [],
}
const file = () => journalFile(directory, 'a')
const only = () => pastRuns(directory)[0]

test('is private, and what is kept free beside it goes with it', () => {
  const journal = beginJournal(directory, identity)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(readdirSync(directory).map((name) => statSync(join(directory, name)).mode & 0o777)).toEqual([0o600, 0o600])
  journal.close()
  expect(readdirSync(directory)).toEqual(['a.jsonl'])
  expect(freeName(directory, 'a')).toBe('a-2')
  expect(() => beginJournal(directory, identity)).toThrow(/exists already/)
})

test('half a line, as `kill -9` leaves it, is no entry, and nothing is glued to it', () => {
  beginJournal(directory, identity).close()
  appendFileSync(file(), '{"kind":"step-fin')
  expect(only()?.identity).toEqual(identity)
  const journal = continueJournal(directory, 'a')
  journal.append(started)
  journal.close()
  expect(
    readFileSync(file(), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind),
  ).toEqual(['run', 'step-started'])
})

test('a run killed before its first line was whole never was', () => {
  beginJournal(directory, identity).close()
  writeFileSync(file(), '{"kind":"run"')
  expect(pastRuns(directory)).toEqual([])
  expect(pastRuns('/none/such')).toEqual([])
})

test('a line that is none is named', () => {
  beginJournal(directory, identity).close()
  appendFileSync(file(), 'nonsense\n')
  expect(() => pastRuns(directory)).toThrow(`${file()}:2: this is no line of a journal`)
})

test.each<[string, JournalEntry[], { done: string[]; tried: string[]; finished: boolean }]>([
  ['nothing', [], { done: [], tried: [], finished: false }],
  ['a start', [started], { done: [], tried: ['one'], finished: false }],
  [
    'a pass',
    [started, { kind: 'step-finished', step: 'one', at, report }],
    { done: ['one'], tried: [], finished: true },
  ],
  [
    'a failure',
    [started, { kind: 'step-finished', step: 'one', at, report: { ...report, status: 'failed' } }],
    { done: [], tried: ['one'], finished: false },
  ],
  [
    'a pass, and another start',
    [started, { kind: 'step-finished', step: 'one', at, report }, started],
    { done: [], tried: ['one'], finished: false },
  ],
  [
    'a word that it is done',
    [started, { kind: 'step-decided', step: 'one', at, decision: 'finished' }],
    { done: ['one'], tried: [], finished: true },
  ],
  [
    'a word to run it again',
    [started, { kind: 'step-decided', step: 'one', at, decision: 'run' }],
    { done: [], tried: ['one'], finished: false },
  ],
  [
    'a refusal to go to another target',
    [
      started,
      { kind: 'step-finished', step: 'one', at, report: { ...report, status: 'failed', reason: 'other-target' } },
    ],
    { done: [], tried: [], finished: false },
  ],
])('after %s is known what is done and what is in doubt', (_, entries, { done, tried, finished }) => {
  const journal = beginJournal(directory, identity)
  for (const entry of entries) journal.append(entry)
  journal.close()
  const run = only()
  if (!run) throw new Error('no run')
  expect({ done: [...run.done], tried: [...run.tried] }).toEqual({ done, tried })
  expect(isFinished(run)).toBe(finished)
  expect(hasBegun(run)).toBe(done.length + tried.length > 0)
})

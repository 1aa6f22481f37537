import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import type { JournalEntry } from '#schema/journal.ts'
import { liveRun } from '../../src/cli/runbook/live/run.ts'
import type { RunbookOptions } from '../../src/cli/runbook/options.ts'
import { type DemoStep, demoScript, type LiveDemo } from './live-demo.ts'
import { LIVE_OPTIONS, type LiveProcess, type LiveRequest, startLive } from './live-process.ts'
import { fakeTerminal } from './terminal.ts'

/** Sets a variable, changes something and fails until told to go, uses the variable. */
export const STEPS: readonly DemoStep[] = [
  { id: 'set', effect: 'read', text: 'kept="v 1"' },
  { id: 'change', effect: 'update', text: 'echo line >> changes; test -e go' },
  { id: 'use', effect: 'read', text: 'echo "kept: $kept" > result' },
]

/** The same without a change. */
export const READING: readonly DemoStep[] = STEPS.map((step) => ({ ...step, effect: 'read' }))

export type Demo = Partial<Omit<LiveDemo, 'options' | 'directory'>> & {
  options?: Partial<RunbookOptions>
  environment?: Record<string, string>
}

/** A directory of each test's own in which live runs of a few steps run and keep their journals. */
export function liveDirectory() {
  let directory: string
  const at = (...parts: string[]) => join(directory, ...parts)
  const read = (...parts: string[]) => (existsSync(at(...parts)) ? readFileSync(at(...parts), 'utf8') : '')
  const gcloud = (account: string) => writeFileSync(at('gcloud'), `#!/bin/sh\necho ${account}\n`, { mode: 0o755 })
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'live-'))
    // A real gcloud takes seconds to say whose it is.
    gcloud('one@example.com')
    vi.stubEnv('PATH', `${directory}:${process.env.PATH}`)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(directory, { recursive: true })
  })

  /** A terminal nobody sits at. */
  const terminal = (environment: Record<string, string> = {}) => {
    const env = { PATH: process.env.PATH, HOME: directory, ...environment }
    return fakeTerminal({ environment: env, directory, state: at('state') })
  }

  /** Names of the runs, the oldest first. */
  const runs = () => {
    const files = readdirSync(at('state', 'runs')).filter((name) => name.endsWith('.jsonl'))
    return files.map((name) => name.replace('.jsonl', '')).sort()
  }
  const journal = (run = runs().at(-1)) => read('state', 'runs', `${run}.jsonl`)

  return {
    at,
    read,
    gcloud,
    terminal,
    runs,
    journal,
    touch: (name: string) => writeFileSync(at(name), ''),
    exists: (name: string) => existsSync(at(name)),
    remove: (name: string) => rmSync(at(name)),
    /** What the journal of a run, the last by default, holds. */
    entries: (run?: string): JournalEntry[] =>
      journal(run)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    /** A run nobody attends. */
    async unattended({ options, environment, ...demo }: Demo = {}) {
      const fake = terminal(environment)
      const asked = { ...LIVE_OPTIONS, yes: true, ...options }
      const status = await liveRun(demoScript({ steps: STEPS, ...demo }), asked, fake.terminal)
      return { status, out: fake.out() }
    },
    /** One somebody attends. */
    attended: ({ options, ...demo }: Demo = {}): LiveProcess =>
      startLive({ directory, steps: STEPS, typed: true, ...demo, options: { yes: true, ...options } }),
    /** One in a process of its own. */
    started: ({ options, ...demo }: Demo & Pick<LiveRequest, 'through'> = {}): LiveProcess =>
      startLive({ directory, steps: STEPS, ...demo, options: { yes: true, ...options } }),
  }
}

/** What was printed to a terminal, as text. */
export const plain = (printed: string): string =>
  printed.replaceAll('\r', '').replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')

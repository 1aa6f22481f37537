import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RunbookOptions } from '../../src/cli/runbook/options.ts'
import type { LiveDemo } from './live-demo.ts'

/** Options of a live run that asks for everything. */
export const LIVE_OPTIONS: RunbookOptions = {
  mode: 'live',
  fixture: undefined,
  selection: {},
  reports: [{ format: 'text' }],
  keep: false,
  verbose: false,
  yes: false,
  yesDelete: false,
  unverified: true,
  resume: undefined,
  flags: {},
  directory: undefined,
}

/** A live run in a process of its own, and what it has printed. */
export interface LiveProcess {
  child: ChildProcess
  printed(): string
  /** Resolves once it has printed a text, rejects when it ends without. */
  prints(text: string): Promise<void>
  /** Waits for a question that was not there when it was last answered, and types the answer. */
  answer(question: string, typed: string | (() => string), withinMs?: number): Promise<void>
  /** Resolves to its exit status. */
  ended: Promise<number | null>
}

export interface LiveRequest extends Omit<LiveDemo, 'options'> {
  options?: Partial<RunbookOptions>
  environment?: Record<string, string>
  /** In a terminal of its own: what is written to it is typed. */
  typed?: boolean
  /** Started by a process that is ours to kill, through a shell, as pnpm starts its scripts. */
  under?: 'parent'
  /** A command that runs it: its first words. */
  through?: readonly string[]
  /** Of that terminal. */
  columns?: number
  /** With `--plain`. */
  plain?: boolean
  /** A file in the directory that its standard error goes to. */
  stderr?: string
}

/** Starts a live run of these steps. */
export function startLive({
  options,
  environment,
  typed = false,
  columns = 80,
  plain,
  stderr,
  under,
  through = [],
  ...demo
}: LiveRequest): LiveProcess {
  const given = JSON.stringify({ ...demo, options: { ...LIVE_OPTIONS, ...options } } satisfies LiveDemo)
  const words = [...through, process.execPath, 'test/support/live-demo.ts', given, ...(plain ? ['--plain'] : [])]
  const line = words.map(quoted).join(' ') + (stderr ? ` 2>${quoted(join(demo.directory, stderr))}` : '')
  const [program = '', ...args] = typed
    ? ['script', '--quiet', '--return', '--echo', 'always', '--command', `stty cols ${columns}; ${line}`, '/dev/null']
    : under
      ? [
          process.execPath,
          '--eval',
          `require('node:child_process').spawnSync('sh', ['-c', process.argv[1]])`,
          `${line}; :`,
        ]
      : words
  // A real gcloud takes seconds to say whose it is.
  const gcloud = join(demo.directory, 'gcloud')
  if (!existsSync(gcloud)) writeFileSync(gcloud, '#!/bin/sh\n', { mode: 0o755 })
  const path = `${demo.directory}:${process.env.PATH}`
  const env = { ...process.env, PATH: path, INIT_CWD: undefined, LANG: 'en_GB.UTF-8', SHELL: '/bin/sh', ...environment }
  return watch(spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'], detached: true }))
}

/** How long a question may take, in milliseconds, unless told. */
const ANSWER_MS = 180_000
const TYPE_AHEAD_MS = 30

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`

/** A live run that a process shows and is typed to. */
export function watch(child: ReturnType<typeof spawn>): LiveProcess {
  let printed = ''
  let told = () => {}
  // It may end before it has read what is typed.
  child.stdin?.on('error', () => {})
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk
      told()
    })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const prints = (text: string) =>
    new Promise<void>((resolve, reject) => {
      told = () => printed.includes(text) && resolve()
      void ended.then(() => reject(new Error(`it ended without ${text}: ${printed}`)))
      told()
    })
  let answered = 0
  const answer = async (question: string, typed: string | (() => string), withinMs = ANSWER_MS) => {
    const isAsked = () => printed.indexOf(question, answered) >= 0
    const deadline = Date.now() + withinMs
    while (!isAsked()) {
      if (Date.now() > deadline || child.exitCode !== null) throw new Error(`it did not ask ${question}: ${printed}`)
      await wait(20)
    }
    answered = printed.length
    // What was there before it could be read is thrown away.
    await wait(TYPE_AHEAD_MS)
    child.stdin?.write(`${typeof typed === 'string' ? typed : typed()}\r`)
  }
  return { child, printed: () => printed, prints, answer, ended }
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Required } from './required.ts'

/** A required program as it is on this machine. */
export interface Present {
  required: Required
  /** Whether bash finds it. */
  there: boolean
  /** The version it says it is, where it matters. */
  version?: string
  /** Older, by the first number, than the one its command lines were checked against. */
  older?: string
  /** Whether it can do its work; undefined where nobody asks. */
  ready?: boolean
}

/** Where programs are looked for and asked. */
export interface Asking {
  environment: NodeJS.ProcessEnv
  directory: string
  signal: AbortSignal
}

/** Looks for each required program as bash does, and asks what is there for its version and whether it can do its work. */
export async function presentPrograms(
  required: readonly Required[],
  { environment, directory, signal }: Asking,
): Promise<Present[]> {
  const ask = asker({ environment, directory, signal })
  const names = required.map(({ name }) => name)
  const kinds = await ask('bash', ['-c', KINDS, 'bash', ...names])
  const lines = (kinds?.stdout ?? '').split('\n')
  return Promise.all(required.map(async (one, index) => present(one, lines[index] !== '', ask)))
}

/** One line for each name: what bash takes it for; empty where it is nothing (bash(1), `type`). */
const KINDS = `for name; do echo "$(type -t -- "$name")"; done`

const ANSWER_MS = 20_000

type Ask = (program: string, words: readonly string[]) => Promise<{ stdout: string; stderr: string } | undefined>

const asker =
  ({ environment: env, directory: cwd, signal }: Asking): Ask =>
  (program, words) => {
    const asked = promisify(execFile)(program, [...words], { env, cwd, signal, timeout: ANSWER_MS })
    asked.child.stdin?.end()
    return asked.catch((error: unknown) => {
      if (signal.aborted) throw error
      return undefined
    })
  }

async function present(required: Required, there: boolean, ask: Ask): Promise<Present> {
  const { name, tool } = required
  if (!there) return { required, there }
  const { saysVersion, ready } = tool?.facts ?? {}
  const [said, isReady] = await Promise.all([
    saysVersion && ask(name, saysVersion),
    ready && ask(name, ready.words).then((answer) => answer !== undefined),
  ])
  const version = said && versionIn(`${said.stdout}\n${said.stderr}`)
  const checked = tool?.grammar && versionIn(tool.grammar.version)
  return {
    required,
    there,
    ...(version && { version }),
    ...(version && checked && major(version) < major(checked) && { older: checked }),
    ...(isReady !== undefined && { ready: isReady }),
  }
}

/** The first number of several parts: `29.1.3` of `Docker version 29.1.3, build f52814d`. */
const versionIn = (text: string): string | undefined => /\d+(\.\d+)+/.exec(text)?.[0]

const major = (version: string) => Number(version.split('.')[0])

/** Why a run cannot begin, or only where a person says so: what is not there, what cannot do its work. */
export const lacking = (found: readonly Present[]): Present[] =>
  found.filter(
    ({ required, there, ready }) => !required.optional && (!there || (ready === false && !required.madeReady)),
  )

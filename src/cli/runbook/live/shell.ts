import { spawn } from 'node:child_process'
import type { Locale } from '#schema/locale.ts'

/** What a shell on the person's terminal starts with: what the run's steps have. */
export interface ShellBegin {
  directory: string
  environment: Readonly<Record<string, string | undefined>>
  /** Bash that brings back what steps changed. */
  restore: string
}

/** Opens bash on our terminal with what the steps of a run have, and resolves when it is left. What changes in it stays in it. */
export async function openShell({ locale, ...begin }: ShellBegin & { locale: Locale }): Promise<void> {
  await bashOnTerminal(begin, ['-c', 'exec bash --rcfile <(cat <&3) -i 3<&-'], `PS1='${PROMPT[locale]}\\w $ '`)
}

/**
 * Runs bash on our terminal with what the steps of a run have, so that it can ask the person and Ctrl-C ends it alone.
 * Resolves to its exit status, or to undefined where a signal ended it. What it changes in the shell stays in it.
 */
export const runOnTerminal = (text: string, begin: ShellBegin): Promise<number | undefined> =>
  bashOnTerminal(begin, ['--norc', '-i', '-c', 'text=$(cat <&3); exec 3<&-; eval "$text"'], text)

/** Bash reads what it starts with off its descriptor 3: it cannot read a file of commands off a socket, which a pipe of ours is. */
function bashOnTerminal(
  { directory, environment, restore }: ShellBegin,
  args: readonly string[],
  text: string,
): Promise<number | undefined> {
  const child = spawn('bash', args, {
    cwd: directory,
    env: environment as NodeJS.ProcessEnv,
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
  })
  const input = child.stdio[3] as NodeJS.WritableStream
  input.on('error', () => {})
  input.end(`${restore}\n${text}\n`)
  return new Promise((resolve) => {
    child.on('close', (status) => resolve(status ?? undefined))
    child.on('error', () => resolve(undefined))
  })
}

const PROMPT = { es: '(ejecución; sal con exit) ', en: '(run; leave with exit) ' }

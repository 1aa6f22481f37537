import { spawn } from 'node:child_process'
import type { Locale } from '#schema/locale.ts'

/** What a shell of the person's starts with: what the run's steps have. */
export interface ShellBegin {
  directory: string
  environment: Readonly<Record<string, string | undefined>>
  /** Bash that brings back what steps changed. */
  restore: string
  locale: Locale
}

/** Opens bash on our terminal with what the steps of a run have, and resolves when it is left. What changes in it stays in it. */
export function openShell({ directory, environment, restore, locale }: ShellBegin): Promise<void> {
  // Bash cannot read a file of start-up commands off a socket, which a pipe of ours is.
  const child = spawn('bash', ['-c', 'exec bash --rcfile <(cat <&3) -i 3<&-'], {
    cwd: directory,
    env: environment as NodeJS.ProcessEnv,
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
  })
  const rc = child.stdio[3] as NodeJS.WritableStream
  rc.on('error', () => {})
  rc.end(`${restore}\nPS1='${PROMPT[locale]}\\w $ '\n`)
  return new Promise((resolve) => {
    child.on('close', () => resolve())
    child.on('error', () => resolve())
  })
}

const PROMPT = { es: '(ejecución; sal con exit) ', en: '(run; leave with exit) ' }

import { spawnSync } from 'node:child_process'

/** What a command of ours printed and its exit status. */
export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs `pnpm <command> <args…>` as a process of its own, without a terminal, in a Spanish locale unless told. */
export function cli(command: string, args: readonly string[], environment: Record<string, string> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', command, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'es_ES.UTF-8', ...environment },
    input: '',
  })
  return { status, stdout, stderr }
}

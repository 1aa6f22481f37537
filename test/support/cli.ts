import { spawnSync } from 'node:child_process'

/** What a command of ours printed and its exit status. */
export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** Where no engine listens: what a test sees does not depend on the machine it runs on. */
const NO_ENGINE = 'unix:///nonexistent/docker.sock'

/** Runs `pnpm <command> <args…>` as a process of its own, without a terminal and a Docker engine, in a Spanish locale unless told. */
export function cli(command: string, args: readonly string[], environment: Record<string, string> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', command, ...args], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'es_ES.UTF-8',
      DOCKER_HOST: NO_ENGINE,
      ...environment,
    },
    input: '',
  })
  return { status, stdout, stderr }
}

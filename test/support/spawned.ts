import { type ChildProcess, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Ended } from './cli.ts'

/** A command of ours under way, in a process group of its own, as a terminal would start it. */
export interface Spawned {
  child: ChildProcess
  ended: Promise<Ended>
}

interface SpawnedOptions {
  /** The checkout whose command it is. */
  root?: string
  environment?: Record<string, string>
  /** What it reads. */
  input?: string
  /** What it reads does not end: the test types. */
  open?: boolean
}

/** Starts `pnpm <command> <args…>` with this machine's Docker engine, in an English locale unless told. */
export function startCli(command: string, args: readonly string[], options: SpawnedOptions = {}): Spawned {
  return start([process.execPath, 'scripts/start.mjs', command, ...args], options)
}

/** The same in a terminal of its own, as a person would. */
export function startInTerminal(command: string, args: readonly string[], options: SpawnedOptions = {}): Spawned {
  const line = [process.execPath, 'scripts/start.mjs', command, ...args].map((word) => `'${word}'`).join(' ')
  return start(['script', '--quiet', '--return', '--command', line, '/dev/null'], options)
}

function start(
  [program = '', ...args]: readonly string[],
  { root, environment, input, open }: SpawnedOptions,
): Spawned {
  const child = spawn(program, args, {
    cwd: root ?? process.cwd(),
    env: { ...process.env, LANG: 'en_GB.UTF-8', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  if (!open) child.stdin.end(input ?? '')
  const status = new Promise<number | null>((resolve) => child.on('close', resolve))
  const ended = Promise.all([status, text(child.stdout), text(child.stderr)])
  return { child, ended: ended.then(([code, stdout, stderr]) => ({ status: code, stdout, stderr })) }
}

/** Waits until something is so, and what it is; gives up when the command it needs has ended. */
export async function until<Value>(look: () => Promise<Value | undefined>, { ended }: Spawned): Promise<Value> {
  let over: Ended | undefined
  void ended.then((end) => {
    over = end
  })
  for (;;) {
    const found = await look()
    if (found) return found
    if (over) throw new Error(`it ended before: ${JSON.stringify(over)}`)
    await wait(50)
  }
}

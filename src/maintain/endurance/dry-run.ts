import { type ChildProcess, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { ROOT } from '#knowledge/paths.ts'

/** What is run again and again, and how its processes are recognized. */
export interface DryRunRequest {
  args: readonly string[]
  environment: NodeJS.ProcessEnv
  /** Gets the ids of the processes. */
  owners: Set<number>
  signal: AbortSignal
}

export interface DryRunEnd {
  /** Null when it was killed. */
  exitCode: number | null
  durationMs: number
  /** The last lines it printed. */
  last: string
}

/** A dry run in the Docker fixture, as a process of its own. `killAfterMs` kills it there, with no chance to clean up. */
export async function dryRun(
  { args, environment, owners, signal }: DryRunRequest,
  killAfterMs: number = Number.POSITIVE_INFINITY,
): Promise<DryRunEnd> {
  signal.throwIfAborted()
  const started = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs', 'runbook', ...args, '--dry-run', '--fixture', 'docker'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.pid !== undefined) owners.add(child.pid)
  const interrupt = () => child.kill('SIGINT')
  signal.addEventListener('abort', interrupt)
  const kill = Number.isFinite(killAfterMs) ? setTimeout(() => child.kill('SIGKILL'), killAfterMs) : undefined
  const [exitCode, stdout, stderr] = await Promise.all([ended(child), text(child.stdout), text(child.stderr)])
  clearTimeout(kill)
  signal.removeEventListener('abort', interrupt)
  signal.throwIfAborted()
  const last = `${stdout}\n${stderr}`.trim().split('\n').slice(-20).join('\n')
  return { exitCode, durationMs: performance.now() - started, last }
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('exit', resolve))

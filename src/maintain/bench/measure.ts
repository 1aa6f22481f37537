import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '#knowledge/paths.ts'

const ROUNDS = 7

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
  milliseconds: number
}

/** Runs this Node with arguments, to its end. */
export function runNode(args: readonly string[], { cwd = ROOT, env = {} as NodeJS.ProcessEnv } = {}): Ran {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr, milliseconds: performance.now() - started }
}

/** The same, and the most memory its process held, in megabytes. */
export function runNodeWeighed(args: readonly string[], cwd: string): Ran & { megabytes: number } {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(directory, 'kilobytes')
  const reporting = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)))`
  const ran = runNode(['--import', `data:text/javascript,${encodeURIComponent(reporting)}`, ...args], { cwd })
  const megabytes = Number(readFileSync(file, 'utf8')) / 1024
  rmSync(directory, { recursive: true })
  return { ...ran, megabytes }
}

/** Median milliseconds of each command, run in turns so that a noisy moment hits all of them. */
export function inTurns(commands: readonly string[][]): number[] {
  const times = commands.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++)
    commands.forEach((command, index) => {
      times[index]?.push(runNode(command).milliseconds)
    })
  return times.map(median)
}

export const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN

export const ms = (milliseconds = Number.NaN): string => `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`
export const ratio = (a = Number.NaN, b = Number.NaN): string => (a / b).toFixed(a < b ? 3 : 1)

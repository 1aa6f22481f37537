import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Terminal } from '#cli/terminal/terminal.ts'
import { coldBuild } from '#fixture/docker/cold-build.ts'
import { enter } from '#fixture/docker/container.ts'
import { docker, dockerProcess, engineAnswers, exitCode } from '#fixture/docker/engine.ts'
import { buildImage, currentImage } from '#fixture/docker/image.ts'
import { createDockerShell, type DockerShell } from '#fixture/docker.ts'
import { loadSeed } from '#fixture/seed.ts'
import { FIXTURES, inRoot, ROOT } from '#knowledge/paths.ts'
import { loadScript } from '#knowledge/scripts/load.ts'
import { median, ms, ratio } from './measure.ts'

const STARTS = 5
const STEPS = 40
const RUNS = 3

/** What the Docker fixture costs, where an engine and its image are there. Its image is built anew only if asked to. */
export async function dockerFixture({ signal }: Terminal, cold: boolean): Promise<string[][]> {
  if (!(await engineAnswers()) || !(await currentImage()).built) {
    return [['Docker fixture', 'not measured', 'no engine, or no image: pnpm fixture build', '', '']]
  }
  const image = await buildImage({ tell: () => {}, signal })
  return [
    await imageRow(cold, signal),
    await startRow(image, signal),
    await stepRow(image, signal),
    await wholeRunRow(signal),
  ]
}

async function imageRow(cold: boolean, signal: AbortSignal): Promise<string[]> {
  const cached = await medianOf(STARTS, () => buildImage({ tell: () => {}, signal }))
  const anew = cold ? await coldBuild(signal) : undefined
  const compared = anew === undefined ? 'built with nothing cached: --cold' : `built with nothing cached: ${ms(anew)}`
  return ['image of the Docker fixture, cached', ms(cached), compared, anew ? ratio(cached, anew) : '', '']
}

async function startRow(image: string, signal: AbortSignal): Promise<string[]> {
  const started = await medianOf(STARTS, async () => {
    const shell = await openFixture(image, signal)
    const ready = performance.now()
    await shell.close()
    return ready
  })
  const bare = await medianOf(STARTS, () => docker('run', '--rm', '--network=none', '--entrypoint=true', image))
  const compared = `docker run --rm of it, doing nothing: ${ms(bare)}`
  return ['Docker fixture: start to first step done', ms(started), compared, ratio(started, bare), 'under 3 s']
}

async function stepRow(image: string, signal: AbortSignal): Promise<string[]> {
  const [step, typed] = await stepAndTyped(image, signal)
  const more = `${ms(step)} (${ms(step - typed)} more)`
  return ['  a step (true)', more, `typed in a shell there: ${ms(typed)}`, ratio(step, typed), 'under 20 ms more']
}

/** Whole processes, in turns. */
async function wholeRunRow(signal: AbortSignal): Promise<string[]> {
  const times = { docker: [] as number[], embedded: [] as number[] }
  for (let round = 0; round < RUNS; round++)
    for (const name of ['docker', 'embedded'] as const) times[name].push(await duration(() => dryRun(name, signal)))
  const [real, embedded] = [median(times.docker), median(times.embedded)]
  return [
    'dry run of cloud-run-deploy in it, whole process',
    ms(real),
    `embedded: ${ms(embedded)}`,
    ratio(real, embedded),
    '',
  ]
}

/** One that fails is no measure. */
async function dryRun(fixture: string, signal: AbortSignal): Promise<void> {
  const args = ['scripts/start.mjs', 'runbook', 'cloud-run-deploy', '--dry-run', '--fixture', fixture]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' })
  const interrupt = () => child.kill('SIGINT')
  signal.addEventListener('abort', interrupt)
  const code = await exitCode(child)
  signal.removeEventListener('abort', interrupt)
  signal.throwIfAborted()
  if (code !== 0) throw new Error(`${args.join(' ')}: exit status ${code}`)
}

async function openFixture(image: string, signal: AbortSignal): Promise<DockerShell> {
  const { system } = await loadScript('cloud-run-deploy')
  const shell = await createDockerShell({
    ...(await loadSeed(inRoot(FIXTURES, system), {})),
    inputs: {},
    image,
    signal,
  })
  await run(shell, signal)
  return shell
}

const run = (shell: DockerShell, signal: AbortSignal) =>
  shell.run({ text: 'true', timeoutMs: 10_000, signal, onOutput: () => {} })

/** Medians of a step and of the same line typed into one bash of the machine, in turns. */
async function stepAndTyped(image: string, signal: AbortSignal): Promise<[number, number]> {
  const shell = await openFixture(image, signal)
  const bash = dockerProcess('exec', ...enter(shell.machine, { user: 'operator', directory: '/home/operator' }), 'bash')
  const answers = createInterface({ input: bash.stdout })[Symbol.asyncIterator]()
  const type = async () => {
    bash.stdin.write('true; echo\n')
    await answers.next()
  }
  await type()
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < STEPS; round++) {
    times[0].push(await duration(() => run(shell, signal)))
    times[1].push(await duration(type))
  }
  bash.stdin.end()
  await shell.close()
  return [median(times[0]), median(times[1])]
}

/** The median of some attempts. An attempt that gives a moment is measured until then. */
async function medianOf(count: number, attempt: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < count; round++) times.push(await duration(attempt))
  return median(times)
}

async function duration(attempt: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  const end = await attempt()
  return (typeof end === 'number' ? end : performance.now()) - started
}

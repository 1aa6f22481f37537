import { createInterface } from 'node:readline'
import { dockerProcess, engineAnswers } from '#fixture/docker/engine.ts'
import { buildImage, currentImage } from '#fixture/docker/image.ts'
import { createDockerShell, type DockerShell } from '#fixture/docker.ts'
import { loadSeed } from '#fixture/seed.ts'
import { FIXTURES, inRoot } from '../paths.ts'
import type { Terminal } from '../run-cli.ts'

const STARTS = 5
const STEPS = 40

/** What the Docker fixture costs, where an engine and its image are there. */
export async function dockerFixture({ signal }: Terminal): Promise<string[][]> {
  if (!(await engineAnswers()) || !(await currentImage()).built) {
    return [['Docker fixture', 'not measured', 'no engine, or no image: pnpm fixture build', '', '']]
  }
  const image = await buildImage({ tell: () => {}, signal })
  const cached = await medianOf(STARTS, () => buildImage({ tell: () => {}, signal }))
  const started = await medianOf(STARTS, async () => {
    const shell = await openFixture(image, signal)
    const ready = performance.now()
    await shell.close()
    return ready
  })
  const [step, typed] = await stepAndTyped(image, signal)
  return [
    ['image of the Docker fixture, cached', ms(cached), '', '', ''],
    ['Docker fixture: start to first step done', ms(started), '', '', 'under 3 s'],
    [
      '  a step (true)',
      ms(step),
      `typed in a shell there: ${ms(typed)}`,
      (step / typed).toFixed(1),
      'under 20 ms more',
    ],
  ]
}

async function openFixture(image: string, signal: AbortSignal): Promise<DockerShell> {
  const shell = await createDockerShell({
    ...(await loadSeed(inRoot(FIXTURES, 'carblau'), {})),
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
  const bash = dockerProcess('exec', '--interactive', '--user=operator', shell.machine, 'bash')
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

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
const ms = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`

import { afterEach, expect } from 'vitest'
import { createDockerShell, type DockerShell } from '#fixture/docker.ts'
import { loadSeed } from '#fixture/seed.ts'
import { inputEnvironment } from '#run/inputs.ts'
import { flagOf } from '#schema/parameter/flag.ts'
import { resolveInputs } from '#script/inputs.ts'
import { loadScript } from '../../src/knowledge/scripts/load.ts'
import { builtImage } from './docker.ts'
import { installProject, OURS } from './laptop-project.ts'
import { typeOnLaptop } from './laptop-terminal.ts'
import { plain } from './live-directory.ts'
import type { LiveProcess } from './live-process.ts'

const never = () => new AbortController().signal

export const CTRL_C = String.fromCharCode(3)

/** Steps of real tools take minutes. */
export const WITHIN_MS = 300_000

let shell: DockerShell
afterEach(() => shell?.close())

/** The laptop of a system, this project on it, at the start of a procedure; gone after the test. */
export async function laptop(id: string, procedure: string) {
  const script = await loadScript(id)
  const { inputs } = resolveInputs(script.parameters, { flags: {}, environment: {} }, { live: false })
  const values = inputEnvironment(inputs)
  const world = await loadSeed(`runbooks/fixtures/${script.system}`, values)
  shell = await createDockerShell({ ...world, inputs: values, image: builtImage(), signal: never() })
  await installProject(shell)
  const { situation } = script.procedures.find((one) => one.id === procedure) ?? {}
  await shell.begin({ procedure, situation, inputs: {} })
  const directory = (await run('pwd')).trim()
  const given = Object.entries(inputs)
  const secrets = Object.fromEntries(given.flatMap(([name, { value, secret }]) => (secret ? [[name, value]] : [])))
  const flags = given.flatMap(([name, { value, secret }]) => (secret ? [] : [flagOf(name), value]))
  const type = (...args: string[]) => typeOnLaptop(shell, { args: [id, ...args], environment: secrets, directory })
  return {
    secrets: Object.values(secrets),
    begin: (...more: string[]) => type(procedure, ...flags, ...more),
    resume: () => type('--resume'),
  }
}

export async function run(text: string): Promise<string> {
  const request = { text, timeoutMs: 240_000, signal: never(), onOutput: () => {}, mayFail: true as const }
  return (await shell.run(request)).stdout
}

export type Answers = readonly (readonly [question: string, typed: string])[]

export async function answer(live: LiveProcess, answers: Answers): Promise<void> {
  for (const [question, typed] of answers) await live.answer(question, typed, WITHIN_MS)
}

/** What the runs there were came to, the oldest first. */
export const states = async () =>
  (JSON.parse(await run(`${OURS} runs --json`)) as { procedure: string; state: string }[]).map(
    ({ procedure, state }) => `${procedure} ${state}`,
  )

export const TARGET = ['Is this the target? Start? [y/N]', 'y'] as const
export const CHANGES = ['From here on there are changes. Go on? [y/N]', 'y'] as const
export const RUN = ['Run this step? [y/N]', 'y'] as const
export const menu = (letter: string) => ['What now?', letter] as const
export const typed = (step: string) => [`To run it, type ${step}:`, step] as const

/** An interrupt, once the terminal shows a text. */
export async function interrupt(live: LiveProcess, text: string): Promise<void> {
  await expect.poll(() => plain(live.printed()), { timeout: WITHIN_MS }).toContain(text)
  live.child.stdin?.write(CTRL_C)
  expect(await live.ended).toBe(130)
}

/** The processes that bear a mark of the runs there were. */
const MARKED = `grep --only-matching --no-filename 'RUNBOOK_STEP=[0-9a-f-]*' ~/.local/state/executable-runbooks/runs/*.jsonl |
  sort --unique > /tmp/marks
test -s /tmp/marks || echo "no marks"
grep --text --files-with-matches --fixed-strings --file=/tmp/marks /proc/[0-9]*/environ 2>/dev/null`

/** Nothing that a step started is there, and no secret in what was shown or kept. */
export async function expectClean(lives: readonly LiveProcess[], secrets: readonly string[]): Promise<void> {
  expect(await run(MARKED)).toBe('')
  for (const secret of secrets) {
    expect(await run(`grep --recursive --files-with-matches -e '${secret}' ~/.local/state`)).toBe('')
    for (const live of lives) expect(live.printed()).not.toContain(secret)
  }
}

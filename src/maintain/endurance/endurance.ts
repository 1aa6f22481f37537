import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '#cli/terminal/help.ts'
import { COMMON } from '#cli/terminal/option-table.ts'
import { readCommandLine, usageError } from '#cli/terminal/options.ts'
import { note, type Terminal } from '#cli/terminal/terminal.ts'
import { EXIT } from '#finding/error.ts'
import { buildImage } from '#fixture/docker/image.ts'
import { requireEngine } from '#fixture/docker/require-engine.ts'
import type { Localized } from '#schema/locale.ts'
import { type DryRunEnd, type DryRunRequest, dryRun } from './dry-run.ts'
import { seededNumbers } from './seeded.ts'
import { leftSince, type Marks, takeTraces } from './traces.ts'

/** `pnpm endurance`: dry runs in the Docker fixture in a row, at once and killed, none of which may leave anything. */
export async function endurance(terminal: Terminal): Promise<number> {
  const given = readCommandLine(ENDURANCE, terminal)
  if (!given) return EXIT.passed
  const { values, positionals } = given
  await requireEngine()
  await buildImage({ tell: (line) => note(line, terminal), signal: terminal.signal })
  const until = values.until === undefined ? [] : ['--until', values.until]
  const trial: Trial = {
    args: [positionals[0] ?? 'docker-commands', ...until],
    runs: whole('runs', values.runs, 50),
    atOnce: whole('at-once', values['at-once'], 3),
    kills: whole('kills', values.kills, 20),
    seed: whole('seed', values.seed, 1),
  }
  return inTemporary((marks) => goThrough(trial, marks, terminal))
}

interface Trial {
  /** Runbook and part of it. */
  args: readonly string[]
  runs: number
  atOnce: number
  kills: number
  seed: number
}

function whole(name: string, given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given)
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw usageError({
    es: `--${name} necesita un número entero, no «${given}».`,
    en: `--${name} needs a whole number, not "${given}".`,
  })
}

/** Gives the runs a temporary directory and a variable of their own, to find what they leave by. */
async function inTemporary(use: (marks: Marks) => Promise<number>): Promise<number> {
  const temporary = await mkdtemp(join(tmpdir(), 'endurance-'))
  try {
    return await use({ variable: `RUNBOOK_ENDURANCE=${randomUUID()}`, temporary, owners: new Set() })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function goThrough(trial: Trial, marks: Marks, terminal: Terminal): Promise<number> {
  const before = await takeTraces(marks)
  const [name = '', value] = marks.variable.split('=')
  const environment = { ...terminal.environment, [name]: value, TMPDIR: marks.temporary }
  const request = { args: trial.args, environment, owners: marks.owners, signal: terminal.signal }
  const tally = new Tally(terminal)
  await inARow(trial, request, tally)
  await atOnce(trial, request, tally)
  await killed(trial, request, { tally, left: () => leftSince(before, marks) })
  const left = await leftSince(before, marks)
  terminal.out.write(`${tally.summary(left)}\n`)
  return tally.failures === 0 && left.length === 0 ? EXIT.passed : EXIT.failed
}

async function inARow({ runs }: Trial, request: DryRunRequest, tally: Tally): Promise<void> {
  for (let run = 1; run <= runs; run++)
    tally.count({ es: `seguidas ${run}/${runs}`, en: `in a row ${run}/${runs}` }, await dryRun(request))
}

async function atOnce({ atOnce }: Trial, request: DryRunRequest, tally: Tally): Promise<void> {
  const ends = await Promise.all(Array.from({ length: atOnce }, () => dryRun(request)))
  ends.forEach((end, index) => {
    tally.count({ es: `a la vez ${index + 1}/${atOnce}`, en: `at once ${index + 1}/${atOnce}` }, end)
  })
}

/** Kills runs at moments a seed decides, each followed by one that has to clean up and pass. */
async function killed(
  { kills, seed }: Trial,
  request: DryRunRequest,
  { tally, left }: { tally: Tally; left: () => Promise<string[]> },
): Promise<void> {
  const random = seededNumbers(seed)
  if (kills > 0 && tally.durations.length === 0)
    tally.count({ es: 'para medir', en: 'to measure' }, await dryRun(request))
  for (let kill = 1; kill <= kills; kill++) {
    const moment = `${((await killInside(request, random, tally)) / 1000).toFixed(1)} s`
    tally.count(
      { es: `tras matar ${kill}/${kills} a ${moment}`, en: `after kill ${kill}/${kills} at ${moment}` },
      await dryRun(request),
    )
    for (const one of await left()) tally.fault(one)
  }
}

/** Kills a run within its usual time. Resolves to the moment. One that was faster and ended by itself is counted, and another is killed. */
async function killInside(request: DryRunRequest, random: () => number, tally: Tally): Promise<number> {
  for (;;) {
    const moment = random() * median(tally.durations)
    const end = await dryRun(request, moment)
    if (end.exitCode === null) return moment
    tally.count({ es: 'acabó antes de matarla', en: 'ended before it was killed' }, end)
  }
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

/** What became of the runs so far. */
class Tally {
  readonly durations: number[] = []
  failures = 0
  private readonly terminal: Terminal

  constructor(terminal: Terminal) {
    this.terminal = terminal
  }

  count(what: Localized, { exitCode, durationMs, last }: DryRunEnd): void {
    const { err, locale } = this.terminal
    this.durations.push(durationMs)
    err.write(`${exitCode === EXIT.passed ? '✔' : '✘'} ${what[locale]}  ${(durationMs / 1000).toFixed(1)} s\n`)
    if (exitCode !== EXIT.passed) this.fault(`${exitCode}\n${last}`)
  }

  fault(what: string): void {
    this.failures += 1
    this.terminal.err.write(`${this.terminal.err.paint('red', what)}\n`)
  }

  summary(left: readonly string[]): string {
    const { locale } = this.terminal
    const seconds = (median(this.durations) / 1000).toFixed(1)
    const runs = this.durations.length
    const found = left.length === 0 ? NOTHING[locale] : `${LEFT[locale]}\n${left.map((one) => `- ${one}`).join('\n')}`
    return {
      es: `${runs} ejecuciones, ${this.failures} fallos, mediana ${seconds} s. ${found}`,
      en: `${runs} runs, ${this.failures} failures, median ${seconds} s. ${found}`,
    }[locale]
  }
}

const NOTHING: Localized = {
  es: 'No queda ningún contenedor, volumen, red, proceso ni archivo temporal.',
  en: 'No container, volume, network, process or temporary file is left.',
}
const LEFT: Localized = { es: 'Quedan:', en: 'Left:' }

const NUMBER = { value: { es: 'N', en: 'N' } } as const

/** `pnpm endurance` as its help describes it. */
export const ENDURANCE = {
  usage: {
    es: `Uso: pnpm endurance [id] [opciones]

Ensayos en el entorno Docker: seguidos, a la vez, y matados en momentos que decide la semilla,
cada uno seguido de otro que debe limpiar y pasar. Al final no puede quedar nada de ninguno.`,
    en: `Usage: pnpm endurance [id] [options]

Dry runs in the Docker fixture: in a row, at once, and killed at moments the seed decides,
each followed by one that has to clean up and pass. In the end nothing of any may be left.`,
  },
  options: {
    runs: { ...NUMBER, words: { es: 'cuántos seguidos; por defecto 50', en: 'how many in a row; 50 by default' } },
    'at-once': { ...NUMBER, words: { es: 'cuántos a la vez; por defecto 3', en: 'how many at once; 3 by default' } },
    kills: { ...NUMBER, words: { es: 'cuántos se matan; por defecto 20', en: 'how many are killed; 20 by default' } },
    seed: { ...NUMBER, words: { es: 'la semilla; por defecto 1', en: 'the seed; 1 by default' } },
    until: {
      value: { es: 'PASO', en: 'STEP' },
      words: { es: 'hasta qué paso llega cada uno', en: 'up to which step each goes' },
    },
    ...COMMON,
  },
  notes: {
    es: 'Estado de salida: 0 todos pasan y no queda nada · 1 si no · 2 uso incorrecto · 4 sin motor Docker',
    en: 'Exit status: 0 all pass and nothing is left · 1 otherwise · 2 wrong usage · 4 no Docker engine',
  },
} as const satisfies Command

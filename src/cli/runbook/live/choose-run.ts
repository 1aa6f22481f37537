import { EXIT, StopError } from '#finding/error.ts'
import { hasBegun, hasChanged, isFinished, type PastRun } from '#run/journal/past-run.ts'
import type { Localized } from '#schema/locale.ts'
import type { RunbookScript } from '#schema/script.ts'
import { usageError } from '../../terminal/options.ts'

/** Which run of a runbook to go on with. */
export interface Wanted {
  script: RunbookScript
  /** As it was typed. */
  procedure: string | undefined
  /** Its name or the beginning of it; empty for the only one there is. */
  run: string
}

/** The run to go on with. Stops, naming those there are, where it is not the only one that was meant. */
export function chooseRun(runs: readonly PastRun[], wanted: Wanted): PastRun {
  const run = wanted.run === '' ? onlyUnfinished(runs, wanted) : runNamed(runs, wanted.run)
  const { identity } = run
  if (identity.runbook !== wanted.script.id) throw ofAnother(run)
  if (isOver(run, runs)) throw nothingLeft(run)
  if (wanted.procedure !== undefined && wanted.procedure !== identity.procedure) throw ofAnother(run)
  return run
}

/** A run by its name, or by the beginning of it that no other has. Stops where there is none, or several. */
export function runNamed(runs: readonly PastRun[], name: string): PastRun {
  const found = runs.filter(({ identity }) => identity.run.startsWith(name))
  const run = found.find(({ identity }) => identity.run === name) ?? (found.length === 1 ? found[0] : undefined)
  if (run) return run
  const hint = { es: 'Mira cuáles hay: pnpm runs', en: 'See which there are: pnpm runs' }
  if (found.length === 0)
    throw usageError({ es: `No hay ninguna ejecución «${name}».`, en: `There is no run "${name}".` }, hint)
  throw usageError({ es: `Hay varias «${name}…».`, en: `There are several "${name}…".` }, hint)
}

/** Whether there is nothing left to do of a run: all its steps are done, or it was rolled back. */
export const isOver = (run: PastRun, runs: readonly PastRun[]): boolean => isFinished(run) || isUndone(run, runs)

/** Whether another run rolled this one back. */
export const isUndone = ({ identity }: PastRun, runs: readonly PastRun[]): boolean =>
  runs.some((other) => other.identity.undoes === identity.run && isFinished(other))

function onlyUnfinished(runs: readonly PastRun[], { script, procedure }: Wanted): PastRun {
  const open = runs.filter(
    (run) =>
      run.identity.runbook === script.id &&
      (procedure === undefined || run.identity.procedure === procedure) &&
      hasBegun(run) &&
      !isOver(run, runs) &&
      !isRepeated(run, runs),
  )
  // One that a no ended before its first change, say, hides none that changed something.
  const changed = open.filter(hasChanged)
  const [only, another] = changed.length > 0 ? changed : open
  if (!only) throw noneToResume(script)
  if (another) throw severalToResume(open)
  return only
}

/** Whether a later run of the very same came to its end: what this one left is done. */
function isRepeated({ identity }: PastRun, runs: readonly PastRun[]): boolean {
  const same = (one: PastRun) =>
    JSON.stringify([one.identity.runbook, one.identity.procedure, one.identity.inputs, one.identity.selection])
  const index = runs.findIndex((run) => run.identity.run === identity.run)
  return runs.slice(index + 1).some((later) => isFinished(later) && same(later) === same(runs[index] as PastRun))
}

const noneToResume = ({ id }: RunbookScript) =>
  new StopError(
    EXIT.usage,
    { es: 'No hay ninguna ejecución a medias que continuar.', en: 'There is no unfinished run to resume.' },
    { hint: { es: `Empieza una: pnpm runbook ${id}`, en: `Start one: pnpm runbook ${id}` } },
  )

/** With several, only the person knows which. */
function severalToResume(runs: readonly PastRun[]): StopError {
  const lines = runs.map(({ identity, done }) => {
    const steps = identity.content.filter(({ kind }) => kind === 'step').length
    const inputs = Object.entries(identity.inputs).map(([name, value]) => `${name}=${value}`)
    return `  ${[identity.run, identity.procedure, `${done.size}/${steps}`, ...inputs].join('  ')}`
  })
  const last = runs.at(-1)?.identity
  const command = `pnpm runbook ${last?.runbook} --resume ${last?.run}`
  return new StopError(
    EXIT.usage,
    {
      es: `Hay varias ejecuciones a medias; di cuál:\n${lines.join('\n')}`,
      en: `There are several unfinished runs; say which:\n${lines.join('\n')}`,
    },
    { hint: { es: command, en: command } },
  )
}

function nothingLeft({ identity }: PastRun): StopError {
  const text: Localized = {
    es: `La ejecución ${identity.run} no está a medias: terminó, o se volvió atrás.`,
    en: `The run ${identity.run} is not unfinished: it came to its end, or was rolled back.`,
  }
  return usageError(text, {
    es: `Mírala: pnpm runs show ${identity.run}`,
    en: `See it: pnpm runs show ${identity.run}`,
  })
}

function ofAnother({ identity }: PastRun): StopError {
  const { run, runbook, procedure } = identity
  const command = `pnpm runbook ${runbook} ${procedure} --resume ${run}`
  return usageError(
    {
      es: `La ejecución ${run} es de «${runbook}», procedimiento «${procedure}».`,
      en: `The run ${run} is of "${runbook}", procedure "${procedure}".`,
    },
    { es: `Continúala: ${command}`, en: `Go on with it: ${command}` },
  )
}

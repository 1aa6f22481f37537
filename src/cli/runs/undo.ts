import { EXIT, StopError } from '#finding/error.ts'
import { loadScript } from '#knowledge/scripts/load.ts'
import { hasChanged, isFinished, type PastRun } from '#run/journal/past-run.ts'
import { isUndone } from '../runbook/live/choose-run.ts'
import { liveRun } from '../runbook/live/run.ts'
import { undoOptions } from '../runbook/live/undo.ts'
import type { RunbookOptions } from '../runbook/options.ts'
import { usageError } from '../terminal/options.ts'
import type { Terminal } from '../terminal/terminal.ts'

interface UndoRequest {
  past: readonly PastRun[]
  confirmed: Pick<RunbookOptions, 'yes' | 'yesDelete'>
  terminal: Terminal
  /** Gives the script of a runbook. */
  load?: typeof loadScript
}

/**
 * Undoes what a run did, and before that what later runs of its runbook did to the same target, the last first: each
 * by the procedure its page names, as a live run of its own. Resolves to the status of the first that is not 0.
 */
export async function undoRun(
  run: PastRun,
  { past, confirmed, terminal, load = loadScript }: UndoRequest,
): Promise<number> {
  if (isUndone(run, past)) throw undoneAlready(run)
  if (!hasChanged(run)) throw changedNothing(run)
  const script = await load(run.identity.runbook)
  for (const { identity } of undoneWith(run, past)) {
    const options = undoOptions(identity, { script, options: { ...ASKED, ...confirmed } })
    terminal.out.write(`${UNDOES[terminal.locale]} ${identity.run}\n`)
    const status = await liveRun(script, options, terminal)
    if (status !== EXIT.passed) return status
  }
  return EXIT.passed
}

/** A run and those after it that changed the same target and still stand, the last first. */
export function undoneWith(run: PastRun, past: readonly PastRun[]): PastRun[] {
  const sameTarget = ({ identity }: PastRun) =>
    identity.runbook === run.identity.runbook && JSON.stringify(identity.target) === JSON.stringify(run.identity.target)
  const stands = (one: PastRun) => hasChanged(one) && !isUndone(one, past) && !isUndoing(one)
  const index = past.findIndex(({ identity }) => identity.run === run.identity.run)
  const later = past.slice(index + 1).filter((one) => sameTarget(one) && stands(one))
  return [run, ...later].reverse()
}

/** What undid another run needs no undoing itself. */
const isUndoing = (one: PastRun) => one.identity.undoes !== undefined && isFinished(one)

const ASKED: RunbookOptions = {
  mode: 'live',
  fixture: undefined,
  selection: {},
  reports: [{ format: 'text' }],
  keep: false,
  verbose: false,
  yes: false,
  yesDelete: false,
  unverified: false,
  resume: undefined,
  directory: undefined,
  flags: {},
}

const UNDOES = { es: 'Se deshace la ejecución', en: 'Undoing the run' }

const undoneAlready = ({ identity }: PastRun) =>
  usageError(
    { es: `La ejecución ${identity.run} ya se deshizo.`, en: `The run ${identity.run} has been undone already.` },
    { es: 'Mira cuáles hay: pnpm runs', en: 'See which there are: pnpm runs' },
  )

const changedNothing = ({ identity }: PastRun) =>
  new StopError(
    EXIT.usage,
    { es: `La ejecución ${identity.run} no cambió nada.`, en: `The run ${identity.run} changed nothing.` },
    { hint: { es: `Mírala: pnpm runs show ${identity.run}`, en: `See it: pnpm runs show ${identity.run}` } },
  )

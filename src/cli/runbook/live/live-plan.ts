import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PastRun } from '#run/journal/past-run.ts'
import type { Inputs, Plan } from '#schema/plan.ts'
import type { RunbookScript } from '#schema/script.ts'
import { type InputSources, resolveInputs } from '#script/inputs.ts'
import { neededParameters } from '#script/needed.ts'
import { usageError } from '../../terminal/options.ts'
import { askInputs } from '../../terminal/prompt.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { inputsMissing } from '../errors.ts'
import type { RunbookOptions } from '../options.ts'
import { planOrStop } from '../plan.ts'
import type { LiveTerminal } from './journaled-run.ts'
import { refuseUnattended } from './unattended.ts'

/** What a live run does, with every input, asked for where it has to be. Stops where it cannot begin. */
export async function livePlan(
  script: RunbookScript,
  options: RunbookOptions,
  { past, terminal }: { past: PastRun | undefined; terminal: LiveTerminal },
): Promise<Plan> {
  const finished = past && finishedSteps(script, past)
  const request = { script, shell: 'host' as const, live: true, options, ...(finished && { finished }) }
  const wanted = planOrStop({ ...request, inputs: {} })
  refuseUnattended(wanted, options, { interactive: terminal.interactive, tried: past?.tried ?? new Set() })
  refuseNoDirectory(options, terminal)
  return planOrStop({ ...request, inputs: await liveInputs(wanted, options, terminal.person) })
}

/** Where the steps start: as the person writes it, from where they are. */
export const startOf = ({ directory = '.' }: RunbookOptions, terminal: Terminal): string =>
  resolve(terminal.directory, directory)

/** Steps that need not run again. What was left running in the background ended with the run that left it. */
function finishedSteps({ items }: RunbookScript, { done }: PastRun): ReadonlySet<string> {
  const background = items.flatMap((item) => (item.kind === 'step' && item.background ? [item.id] : []))
  return new Set([...done].filter((id) => !background.includes(id)))
}

function refuseNoDirectory(options: RunbookOptions, terminal: Terminal) {
  const directory = startOf(options, terminal)
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return
  throw usageError(
    { es: `«${directory}» no es un directorio.`, en: `"${directory}" is not a directory.` },
    { es: 'Da uno que exista a --directory.', en: 'Give --directory one that exists.' },
  )
}

async function liveInputs(plan: Plan, { flags, journal }: RunbookOptions, terminal: Terminal): Promise<Inputs> {
  const sources: InputSources = { flags, environment: terminal.environment, ...(journal && { journal }) }
  // What no selected step needs may be left out, not be wrong.
  const { problems } = resolveInputs(plan.script.parameters, { flags, environment: {} }, { live: true })
  const wrong = problems.filter(({ reason }) => reason)
  if (wrong.length > 0) throw inputsMissing(wrong)
  const parameters = neededParameters(plan)
  const first = resolveInputs(parameters, sources, { live: true })
  if (first.problems.length === 0) return first.inputs
  if (!terminal.interactive || first.problems.some(({ reason }) => reason)) throw inputsMissing(first.problems)
  const prompt = await askInputs(first.problems, terminal)
  return resolveInputs(parameters, { ...sources, prompt }, { live: true }).inputs
}

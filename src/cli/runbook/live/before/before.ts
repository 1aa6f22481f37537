import { EXIT, StopError } from '#finding/error.ts'
import { evidenceRuns, rehearsalsOf } from '#knowledge/evidence/file.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import { type Plan, plannedSteps } from '#schema/plan.ts'
import { stepText } from '#script/step-text.ts'
import { loadToolsFor } from '#tools/load.ts'
import { askYes } from '../../../terminal/prompt.ts'
import type { RunbookOptions } from '../../options.ts'
import type { Aim } from '../destinations/guard.ts'
import type { LiveTerminal } from '../journaled-run.ts'
import { startOf } from '../live-plan.ts'
import { changesAnything, deletesAnything } from '../locks.ts'
import { showTarget, targetEnvironment } from '../target.ts'
import { namesTarget, targetOf } from '../target-of.ts'
import { lacking, type Present, presentPrograms } from './present.ts'
import { type Rehearsal, rehearsalOf } from './rehearsal.ts'
import { requiredPrograms } from './required.ts'
import { showPrograms, showRehearsal } from './show.ts'
import { LACKING, notRehearsed, START } from './words.ts'

export interface BeforeRequest {
  past: PastRun | undefined
  account: string | undefined
  aims: readonly Aim[]
  options: RunbookOptions
  terminal: LiveTerminal
}

/** What is known of what a plan will do. Stops where nobody has seen it do that, and it deletes or changes more than this machine. */
export function rehearsed(plan: Plan, { past, aims, options }: BeforeRequest): Rehearsal {
  const rehearsal = rehearsalOf(plan, [...evidenceRuns(), ...rehearsalsOf(plan.script.id)])
  const isKnown = rehearsal.kind === 'same' || rehearsal.kind === 'other-inputs'
  // What goes on, or goes back, was agreed to before.
  if (isKnown || options.unverified || past || options.undoes) return rehearsal
  if (deletesAnything(plan) || (changesAnything(plan) && reachesOut(plan, aims))) throw notRehearsed(plan)
  return rehearsal
}

/** Shows the target of a run, the programs it needs as they are here, and what it will change; has it agreed to. Stops where it cannot begin. */
export async function before(plan: Plan, rehearsal: Rehearsal, request: BeforeRequest): Promise<void> {
  const { aims, options, terminal } = request
  const { person } = terminal
  const found = await programs(plan, request)
  showTarget(plan, { ...request, terminal: person })
  showPrograms(found, person)
  showRehearsal(plan, rehearsal, person)
  await refuseLacking(lacking(found), terminal)
  const asks = terminal.interactive && !options.yes && reachesOut(plan, aims)
  if (asks && !(await askYes(START[person.locale], person))) throw new DOMException('no', 'AbortError')
}

async function programs(plan: Plan, { options, terminal }: BeforeRequest): Promise<Present[]> {
  const tools = await loadToolsFor(plannedSteps(plan).map(stepText))
  const environment = { ...terminal.environment, ...targetEnvironment(plan) }
  const directory = startOf(options, terminal)
  return presentPrograms(requiredPrograms(plan, tools), { environment, directory, signal: terminal.signal })
}

/** Whether it goes to anything but this machine: as its steps say, or by what it is given. */
const reachesOut = (plan: Plan, aims: readonly Aim[]): boolean =>
  aims.length > 0 || namesTarget(targetOf(plan, undefined))

/** A person may know better what a step needs. */
async function refuseLacking(found: readonly Present[], { interactive, person }: LiveTerminal): Promise<void> {
  if (found.length === 0) return
  if (interactive && (await askYes(LACKING.goOn[person.locale], person))) return
  throw new StopError(EXIT.noFixture, LACKING.text(found), { hint: LACKING.hint(found) })
}

import { dryRunsOf, isOfPage } from '#report/freshness.ts'
import { type Plan, type PlannedStep, plannedSteps } from '#schema/plan.ts'
import type { RunReport, StepReport } from '#schema/report.ts'

/** What is known beforehand of what the steps of a plan do: from the last verification or dry run in which all of them passed. */
export type Rehearsal =
  /** Of this content, with these inputs: `steps` are those of the plan. */
  | { kind: 'same'; run: RunReport; steps: readonly StepReport[] }
  /** Of this content, with other values of these inputs. */
  | { kind: 'other-inputs'; run: RunReport; inputs: readonly string[] }
  /** Of what the page was before. */
  | { kind: 'stale'; run: RunReport }
  | { kind: 'never' }

/** The rehearsal of a plan among the dry runs there were. Real tools count before emulators, later ones before earlier. */
export function rehearsalOf(plan: Plan, runs: readonly RunReport[]): Rehearsal {
  const of = dryRunsOf(runs, plan.script).sort((one, other) => rank(other).localeCompare(rank(one)))
  const whole = of.filter((run) => isOfPage(run, plan.script) && stepsIn(run, plan))
  const differing = whole.map((run) => ({ run, inputs: otherInputs(run, plan) }))
  const same = differing.find(({ inputs }) => inputs.length === 0)?.run
  if (same) return { kind: 'same', run: same, steps: stepsIn(same, plan) ?? [] }
  const [other] = differing
  if (other) return { kind: 'other-inputs', ...other }
  const stale = of.find((run) => run.status === 'passed' && !isOfPage(run, plan.script))
  return stale ? { kind: 'stale', run: stale } : { kind: 'never' }
}

const rank = ({ shell, startedAt }: RunReport) => `${shell === 'docker' ? 1 : 0} ${startedAt}`

/** The reports of a run of the steps of a plan; undefined where any of them did not pass in it. */
function stepsIn({ steps }: RunReport, plan: Plan): StepReport[] | undefined {
  const procedure = plan.procedures[0]?.procedure.id
  const own = steps.filter((step) => step.procedure === procedure)
  const passed = rehearsable(plan).map(({ id }) => own.find((step) => step.id === id && step.status === 'passed'))
  return passed.every((step) => step !== undefined) ? passed : undefined
}

/** What a person does cannot be rehearsed; what an earlier part of the run did was. */
const rehearsable = (plan: Plan): PlannedStep[] =>
  plannedSteps(plan).filter(({ skip, manual }) => skip !== 'not-selected' && !manual)

/** Names of inputs that had another value. Of secrets nothing is kept to compare. */
const otherInputs = ({ inputs }: RunReport, plan: Plan): string[] =>
  Object.entries(plan.inputs).flatMap(([name, { value, secret }]) => (secret || inputs[name] === value ? [] : [name]))

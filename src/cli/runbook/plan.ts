import { EXIT } from '#finding/error.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Inputs, Plan } from '#schema/plan.ts'
import type { Report, RunReport } from '#schema/report.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { ShellName, StepStatus } from '#schema/status.ts'
import { resolveInputs } from '#script/inputs.ts'
import { neededParameters } from '#script/needed.ts'
import { planRun } from '#script/plan.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { inputsMissing, planProblem } from './errors.ts'
import type { RunbookOptions } from './options.ts'

/** The plan, or a stop that says why there is none. */
export function planOrStop(request: {
  script: RunbookScript
  inputs: Inputs
  shell: ShellName
  live: boolean
  options: RunbookOptions
  finished?: ReadonlySet<string>
}): Plan {
  const plan = planRun({ ...request, selection: request.options.selection })
  if ('problem' in plan) throw planProblem(plan, request.script, request.options.selection)
  return plan
}

/** A plan that nothing runs of. */
export interface ShownPlan {
  plan: Plan
  /** Names of the parameters that a live run would ask for. */
  asked: readonly string[]
}

/** What a live run would run, as far as it is known: with a choice of procedures left to make, all of them. */
export function planToShow(script: RunbookScript, options: RunbookOptions, { environment }: Terminal): ShownPlan {
  const live = !script.incident
  const one = options.selection.procedure !== undefined || script.procedures.length === 1
  const { inputs, problems } = resolveInputs(script.parameters, { flags: options.flags, environment }, { live })
  const wrong = problems.filter(({ reason }) => reason)
  if (wrong.length > 0) throw inputsMissing(wrong)
  const plan = planOrStop({ script, inputs, shell: live ? 'host' : 'embedded', live: live && one, options })
  const needed = neededParameters(plan)
  return { plan, asked: problems.flatMap(({ name }) => (needed[name] ? [name] : [])) }
}

/** The report of one run. */
export function runReport(run: RunReport, findings: readonly FindingReport[], { locale }: Terminal): Report {
  const exitCode = exitOf(run.status)
  return { version: 1, command: 'runbook', locale, exitCode, findings: [...findings], runs: [run] }
}

/** Exit status of a run: only a pass is 0. */
export function exitOf(status: StepStatus): number {
  if (status === 'passed') return EXIT.passed
  return status === 'interrupted' ? EXIT.interrupted : EXIT.failed
}

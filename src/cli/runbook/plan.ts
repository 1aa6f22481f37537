import { EXIT } from '#finding/error.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Inputs, Plan } from '#schema/plan.ts'
import type { Report, RunReport } from '#schema/report.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { ShellName, StepStatus } from '#schema/status.ts'
import { planRun } from '#script/plan.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { planProblem } from './errors.ts'
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

import { namesExpected } from '#schema/expectation.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import { type Plan, type PlanItem, plannedSteps } from '#schema/plan.ts'
import type { RunReport, StepReport } from '#schema/report.ts'
import type { Execution, Shell } from '#schema/shell.ts'
import { createHistory } from './history.ts'
import { MASK } from './redact.ts'
import { run } from './run.ts'

/**
 * What a run of a plan would find, as far as a recorded run tells: each step that is recorded with
 * the very same inputs, files and texts up to it is judged by what it printed then. Ends at the
 * first step that is not, and says nothing of what the record hides or leaves out. The record must
 * be of the same world; that is for the caller to know.
 */
export async function replay(plan: Plan, record: RunReport, locale: Locale): Promise<FindingReport[]> {
  const findings: FindingReport[] = []
  await run({
    plan: comparable(plan, record),
    shell: recordedShell(plan, record),
    locale,
    signal: new AbortController().signal,
    emit: (event) => {
      if (event.kind === 'step-finished' && event.finding) findings.push(event.finding)
    },
  })
  return findings
}

/** A shell in which a text gives what it gave when it was recorded, and everything else is interrupted. */
function recordedShell(plan: Plan, { steps, outputs }: RunReport): Shell {
  const history = createHistory(plan)
  const exits = new Map(plannedSteps(plan).map(({ id, exit = 0 }) => [id, exit] as const))
  const known = new Map(steps.filter((step) => isWhole(step, exits.get(step.id))).map((step) => [step.ran, step]))
  return {
    name: plan.shell,
    evidence: 'none',
    begin: async (start) => history.began(start),
    async write(path, text) {
      history.wrote(path, text)
      return { verb: 'create', kind: 'file', name: path }
    },
    async run(request) {
      history.ran(request)
      const step = known.get(history.hash())
      return step ? executionOf(step) : UNKNOWN
    },
    variable: async (name) => outputs[name],
    close: async () => {},
  }
}

const UNKNOWN: Execution = { exitCode: 0, stdout: '', stderr: '', end: 'interrupted', effects: [] }

/** A step that ended as it should, whatever it printed: which line made it end otherwise, only a run can tell. */
const isWhole = ({ status, ran, exitCode }: StepReport, exit: number | undefined) =>
  ran !== undefined && (status === 'passed' || status === 'failed') && exitCode === exit

const executionOf = ({ exitCode = 0, output = '', stderrAt = output.length, effects }: StepReport): Execution => ({
  exitCode,
  stdout: output.slice(0, stderrAt),
  stderr: output.slice(stderrAt),
  end: 'exited',
  effects,
})

/** The plan without the expectations that only the values or the output a record leaves out could answer. */
function comparable(plan: Plan, { steps, outputs }: RunReport): Plan {
  const hidden = new Set([
    ...Object.entries(plan.inputs).flatMap(([name, { secret }]) => (secret ? [name] : [])),
    ...Object.entries(outputs).flatMap(([name, value]) => (value.includes(MASK) ? [name] : [])),
    ...twiceCaptured(plan),
  ])
  const parts = new Set(steps.filter((step) => !tellsAll(step)).map(({ id }) => id))
  const toldOf = (item: PlanItem): PlanItem => {
    if (item.kind !== 'step' || !item.expect) return item
    const { expect, ...step } = item
    const kept = parts.has(item.id) ? [] : expect.filter(({ text }) => namesIn(text).every((name) => !hidden.has(name)))
    return kept.length > 0 ? { ...step, expect: kept } : step
  }
  return { ...plan, procedures: plan.procedures.map((one) => ({ ...one, items: one.items.map(toldOf) })) }
}

const tellsAll = ({ output = '', stderrAt }: StepReport) => stderrAt !== undefined && !output.includes(MASK)

const namesIn = (text: string) => namesExpected(text).map(({ name }) => name)

/** Of a variable that several steps capture, a record keeps the last value. */
function twiceCaptured(plan: Plan): string[] {
  const names = plannedSteps(plan).flatMap(({ capture = [] }) => capture)
  return names.filter((name, index) => names.indexOf(name) !== index)
}

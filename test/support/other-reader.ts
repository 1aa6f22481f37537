import type { RunbookScript } from '#schema/script.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun, type Selection } from '#script/plan.ts'
import { type Fixture, openFixture, runPlan } from './page-run.ts'

/** A runbook and the values of one of its readers, by the names of the parameters; an example stands for the others. */
export interface OtherReader {
  script: RunbookScript
  values: Readonly<Record<string, string>>
  fixture: Fixture
  selection?: Selection
}

/** What came of a dry run, and the inputs its report names. */
export interface OtherRun {
  status: string
  findings: string[]
  inputs: Readonly<Record<string, string>>
}

/** Dry-runs a runbook with what a reader has. Only flags count in a dry run; rejects where a value does not. */
export async function runForReader({ script, values, fixture, selection = {} }: OtherReader): Promise<OtherRun> {
  const { inputs, problems } = resolveInputs(script.parameters, { flags: values, environment: {} }, { live: false })
  if (problems.length > 0)
    throw new Error(`${script.id}: ${problems.map(({ name, reason }) => `${name} ${reason?.en}`)}`)
  const ignored = Object.entries(values).filter(([name, value]) => inputs[name]?.value !== value)
  if (ignored.length > 0) throw new Error(`${script.id}: ${ignored.map(([name]) => name)} did not count`)
  const plan = planRun({ script, inputs, shell: fixture, live: false, selection })
  if ('problem' in plan) throw new Error(plan.problem)
  const shell = await openFixture(plan)
  const { report, findings } = await runPlan(plan, shell).finally(() => shell.close())
  return { status: report.status, findings: findings.map(({ message }) => message), inputs: report.inputs }
}

/** How a report shows the values of a reader: a secret is masked. */
export const shown = ({ parameters }: RunbookScript, values: OtherReader['values']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, parameters[name]?.type === 'secret' ? '***' : value]),
  )

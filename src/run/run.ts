import type { RunEvent } from '#schema/event.ts'
import { isIdle, type PlannedProcedure, type PlannedStep, plannedSteps } from '#schema/plan.ts'
import type { RunReport, StepReport } from '#schema/report.ts'
import type { ScriptFile } from '#schema/script.ts'
import { attempt } from './attempt.ts'
import type { RunContext, RunRequest } from './context.ts'
import { decidedReport, decisionAfter, interruptedBy } from './decide.ts'
import { createHistory } from './history.ts'
import { inputEnvironment, maskInputs, secretsOf } from './inputs.ts'
import { notRun } from './not-run.ts'
import { lineOf, placeOf } from './page.ts'
import { writeFiles } from './page-files.ts'
import { createRedactor } from './redact.ts'
import { refused } from './step-report.ts'

/** Walks a plan through a shell, step by step, until the end or the first failure. Never rejects for a failing step. */
export async function run(request: RunRequest): Promise<RunReport> {
  const context = createContext(request)
  const startedAt = new Date()
  emitStart(context)
  for (const procedure of request.plan.procedures) await runProcedure(procedure, context)
  const report = finish(context, startedAt)
  context.emit({ kind: 'run-finished', at: context.now(), report })
  return report
}

function createContext(request: RunRequest): RunContext {
  const redactor = createRedactor(secretsOf(request.plan.inputs))
  const emit = (event: RunEvent) => request.emit(redactor.data(event))
  const now = () => new Date().toISOString()
  const history = createHistory(request.plan)
  return {
    ...request,
    emit,
    redactor,
    history,
    procedure: '',
    variables: {},
    outputs: {},
    steps: [],
    agreed: false,
    now,
  }
}

/** Its steps in a fresh shell. One of which nothing runs, or that a failure keeps from starting, needs none. */
async function runProcedure(planned: PlannedProcedure, context: RunContext): Promise<void> {
  context.procedure = planned.procedure.id
  if (!context.stopped && !isIdle(planned)) await begin(planned, context)
  let files: ScriptFile[] = []
  for (const item of planned.items) {
    if (item.kind === 'file') files.push(item)
    else {
      await runStep(item, files, context)
      files = []
    }
  }
}

async function begin({ procedure, inputs }: PlannedProcedure, context: RunContext): Promise<void> {
  const { emit, now, locale, plan } = context
  const { id, situation } = procedure
  const values = inputEnvironment(inputs)
  context.variables = { ...values }
  const start = { procedure: id, inputs: values, situation }
  context.history.began(start)
  if (plan.procedures.length > 1)
    emit({ kind: 'procedure-started', at: now(), procedure: id, title: procedure.title[locale] })
  await context.shell.begin(start)
  await recallOutputs(context)
}

/** What steps published before the run was resumed: as the shell has it, else as it was told. */
async function recallOutputs({ resumed, shell, variables, outputs }: RunContext): Promise<void> {
  for (const [name, told] of Object.entries(resumed?.outputs ?? {}))
    outputs[name] = variables[name] = (await shell.variable(name)) ?? told
}

function emitStart({ plan, emit, now }: RunContext) {
  emit({
    kind: 'run-started',
    at: now(),
    runbook: plan.script.id,
    hash: plan.script.hash,
    shell: plan.shell,
    live: plan.live,
    inputs: maskInputs(plan.inputs),
    procedures: plan.procedures.map(({ procedure }) => procedure.id),
    steps: plannedSteps(plan).flatMap(({ id, skip }) => (skip ? [] : [id])),
  })
}

async function runStep(step: PlannedStep, files: readonly ScriptFile[], context: RunContext): Promise<void> {
  const report = await stepOutcome(step, files, context).catch((error) => interruptedBy(error, step, context))
  context.steps.push(report)
  const isPast = report.status === 'passed' || report.status === 'skipped' || report.decided
  if (!isPast) context.stopped ??= report.status
}

/** The files of a step are written for it: once it was agreed to, or before a person is asked whether they did it. */
async function stepOutcome(step: PlannedStep, files: readonly ScriptFile[], context: RunContext): Promise<StepReport> {
  if (context.signal.aborted) context.stopped ??= 'interrupted'
  const early = step.manual && !context.stopped ? await writeFiles(step, files, context) : undefined
  if (early) return early.report
  const stopped = (await refused(step, context)) ?? (await notRun(step, context))
  if (stopped) return stopped
  // What the step itself does to a file stays when it is tried again.
  let missing = files
  for (;;) {
    const blocked = await writeFiles(step, missing, context)
    if (!blocked) missing = []
    const { report, finding } = blocked ?? (await attempt(step, context))
    const decision = await decisionAfter({ kind: 'failed', step, report, ...(finding && { finding }) }, context)
    if (decision?.kind !== 'run') return decidedReport(report, decision)
  }
}

function finish(context: RunContext, startedAt: Date): RunReport {
  const { plan, locale, redactor } = context
  const { script } = plan
  const checked = script.items.flatMap((item) =>
    item.kind === 'checked'
      ? [{ file: placeOf(1, context).file, line: lineOf(item, context), reason: item.reason[locale] }]
      : [],
  )
  return redactor.data({
    id: script.id,
    title: script.title[locale],
    file: placeOf(1, context).file,
    hash: script.hash,
    shell: plan.shell,
    live: plan.live,
    status: context.stopped ?? (context.steps.some(isShort) ? 'failed' : 'passed'),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    inputs: maskInputs(plan.inputs),
    outputs: context.outputs,
    steps: context.steps,
    checked,
  })
}

/** A step that failed is no pass, though a person let the run go on. */
const isShort = ({ status }: StepReport) => status !== 'passed' && status !== 'skipped'

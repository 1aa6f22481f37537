import { reportFinding } from '#finding/finding.ts'
import type { RunEvent } from '#schema/event.ts'
import type { PlannedStep } from '#schema/plan.ts'
import type { RunReport, StepReport } from '#schema/report.ts'
import type { ScriptFile } from '#schema/script.ts'
import type { RunContext, RunRequest } from './context.ts'
import { maskInputs, secretsOf } from './inputs.ts'
import { judge } from './outcome.ts'
import { lineOf, placeOf, repeatCommand, stepPlace } from './page.ts'
import { createRedactor } from './redact.ts'
import { executeStep } from './step.ts'
import { notRun, stepReport } from './step-report.ts'
import { createTrail } from './trail.ts'

/** Walks a plan through a shell, step by step, until the end or the first failure. Never rejects for a failing step. */
export async function run(request: RunRequest): Promise<RunReport> {
  const context = createContext(request)
  const startedAt = new Date()
  emitStart(context)
  for (const item of request.plan.items) {
    if (item.kind === 'file') await writeFile(item, context)
    else await runStep(item, context)
  }
  const report = finish(context, startedAt)
  context.emit({ kind: 'run-finished', at: context.now(), report })
  return report
}

function createContext(request: RunRequest): RunContext {
  const redactor = createRedactor(secretsOf(request.plan.inputs))
  const variables = Object.fromEntries(Object.entries(request.plan.inputs).map(([name, { value }]) => [name, value]))
  const emit = (event: RunEvent) => request.emit(redactor.data(event))
  const now = () => new Date().toISOString()
  const trail = createTrail(request.plan)
  return { ...request, emit, redactor, trail, variables, outputs: {}, steps: [], agreed: false, now }
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
    steps: plan.items.flatMap((item) => (item.kind === 'step' && !item.skip ? [item.id] : [])),
  })
}

async function writeFile(file: ScriptFile, context: RunContext): Promise<void> {
  if (context.stopped) return
  const { shell, emit, now, trail } = context
  trail.wrote(file.path, file.text)
  const effect = await shell.write(file.path, file.text)
  emit({ kind: 'file-written', at: now(), path: file.path, effect })
}

async function runStep(step: PlannedStep, context: RunContext): Promise<void> {
  const report = await stepOutcome(step, context)
  context.steps.push(report)
  if (report.status !== 'passed' && report.status !== 'skipped') context.stopped ??= report.status
}

async function stepOutcome(step: PlannedStep, context: RunContext): Promise<StepReport> {
  if (context.signal.aborted) context.stopped ??= 'interrupted'
  const skipped = await notRun(step, context)
  if (skipped) return skipped
  const { emit, now, locale } = context
  emit({ kind: 'step-started', step: step.id, at: now(), title: step.title[locale], ...stepPlace(step, context) })
  const started = performance.now()
  const { execution, missing } = await executeStep(step, context)
  const outcome = judge({
    step,
    execution,
    missing,
    variables: context.variables,
    fenceLine: lineOf(step, context),
    placeAt: (line) => placeOf(line, context),
    repeat: repeatCommand(step, context.plan),
  })
  const report = stepReport(step, { context, execution, outcome, durationMs: performance.now() - started })
  const finding = outcome.finding && { finding: reportFinding(outcome.finding, locale) }
  emit({ kind: 'step-finished', step: step.id, at: now(), report, ...finding })
  return report
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
    status: context.stopped ?? 'passed',
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    inputs: maskInputs(plan.inputs),
    outputs: context.outputs,
    steps: context.steps,
    checked,
  })
}

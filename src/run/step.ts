import type { PlannedStep } from '#schema/plan.ts'
import type { Execution, OutputStream, ShellRequest } from '#schema/shell.ts'
import type { RunContext } from './context.ts'

/** Runs the step's function with a `$` bound to the run's shell, and reads what it captures. */
export async function executeStep(
  step: PlannedStep,
  context: RunContext,
): Promise<{ execution: Execution; missing: string[] }> {
  const filters = { stdout: context.redactor.stream(), stderr: context.redactor.stream() }
  const emit = (stream: OutputStream, chunk: string) => {
    if (chunk !== '') context.emit({ kind: 'step-output', step: step.id, at: context.now(), stream, chunk })
  }
  const execution = await step.run((text) => {
    const request: ShellRequest = {
      text: text.join(''),
      timeoutMs: step.timeoutMs,
      signal: context.signal,
      ...(step.exit && { mayFail: true as const }),
      ...(step.background && { background: step.background }),
      onOutput: (stream, chunk) => emit(stream, filters[stream].push(chunk)),
    }
    context.history.ran(request)
    return context.shell.run(request)
  })
  emit('stdout', filters.stdout.flush())
  emit('stderr', filters.stderr.flush())
  return { execution, missing: await capture(step, context) }
}

/** Publishes the variables a step captures; gives the names of those it did not leave. */
async function capture(step: PlannedStep, { shell, variables, outputs }: RunContext): Promise<string[]> {
  const missing: string[] = []
  for (const name of step.capture ?? []) {
    const value = await shell.variable(name)
    if (value) outputs[name] = variables[name] = value
    else missing.push(name)
  }
  return missing
}

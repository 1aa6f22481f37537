import type { PlannedStep } from '#schema/plan.ts'
import type { Execution, OutputStream, ShellRequest } from '#schema/shell.ts'
import type { RunContext } from './context.ts'
import type { Piece } from './redaction/output.ts'

/** How long what may be the start of a secret waits for the rest of it; a question at the end of a line is not kept back for longer. */
const PAUSE_MS = 50

/** Runs the step's function with a `$` bound to the run's shell, and reads what it captures. */
export async function executeStep(
  step: PlannedStep,
  context: RunContext,
): Promise<{ execution: Execution; missing: string[] }> {
  const show = showOutput(step, context)
  const execution = await step.run((text) => {
    const request: ShellRequest = {
      text: text.join(''),
      timeoutMs: step.timeoutMs,
      signal: context.signal,
      ...(step.exit && { mayFail: true as const }),
      ...(step.background && { background: step.background }),
      onOutput: show.output,
    }
    context.history.ran(request)
    return context.shell.run(request)
  })
  show.end()
  return { execution, missing: await capture(step, context) }
}

/** Emits what a step prints without secrets. */
function showOutput({ id }: PlannedStep, { redactor, emit, now }: RunContext) {
  const filter = redactor.output()
  let pause: NodeJS.Timeout | undefined
  const show = (pieces: readonly Piece[]) => {
    for (const piece of pieces) emit({ kind: 'step-output', step: id, at: now(), ...piece })
  }
  const release = () => {
    pause = undefined
    show(filter.release())
  }
  return {
    output(stream: OutputStream, chunk: string) {
      show(filter.push(stream, chunk))
      pause ??= setTimeout(release, PAUSE_MS)
    },
    end() {
      clearTimeout(pause)
      show(filter.flush())
    },
  }
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

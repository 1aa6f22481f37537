import { StopError } from '#finding/error.ts'
import type { PlannedStep } from '#schema/plan.ts'
import type { Execution, OutputStream, ShellRequest } from '#schema/shell.ts'
import type { RunContext } from './context.ts'
import type { Piece } from './redaction/output.ts'

/** How long what may be the start of a secret waits for the rest of it; a question at the end of a line is not kept back for longer. */
const PAUSE_MS = 50

/** What became of a step's text, and of the variables it captures. */
export interface Executed {
  execution: Execution
  /** Captured variables it did not leave. */
  missing: string[]
  /** Those it left. */
  published: Record<string, string>
  /** Why what it printed could not be taken any more, which ended it. */
  unheard?: StopError
}

/** Runs the step's function with a `$` bound to the run's shell, and reads what it captures. */
export async function executeStep(step: PlannedStep, context: RunContext): Promise<Executed> {
  const show = showOutput(step, context)
  const execution = await step.run((text) => {
    const request: ShellRequest = {
      text: text.join(''),
      timeoutMs: step.timeoutMs,
      signal: AbortSignal.any([context.signal, show.full]),
      ...(step.exit && { mayFail: true as const }),
      ...(step.background && { background: step.background }),
      onOutput: show.output,
    }
    context.history.ran(request)
    return context.shell.run(request)
  })
  show.end()
  const unheard = show.full.aborted && { unheard: show.full.reason as StopError }
  return { execution, ...(await capture(step, context)), ...unheard }
}

/** Emits what a step prints, without secrets. `full` aborts, with the reason, when nobody takes it any more. */
function showOutput({ id }: PlannedStep, { redactor, emit, now }: RunContext) {
  const filter = redactor.output()
  const full = new AbortController()
  let pause: NodeJS.Timeout | undefined
  const show = (pieces: readonly Piece[]) => {
    try {
      if (!full.signal.aborted) for (const piece of pieces) emit({ kind: 'step-output', step: id, at: now(), ...piece })
    } catch (error) {
      if (!(error instanceof StopError)) throw error
      full.abort(error)
    }
  }
  const release = () => {
    pause = undefined
    show(filter.release())
  }
  return {
    full: full.signal,
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

/** Publishes the variables a step captures. */
async function capture(step: PlannedStep, { shell, variables, outputs }: RunContext) {
  const missing: string[] = []
  const published: Record<string, string> = {}
  for (const name of step.capture ?? []) {
    const value = await shell.variable(name)
    if (value) outputs[name] = variables[name] = published[name] = value
    else missing.push(name)
  }
  return { missing, published }
}

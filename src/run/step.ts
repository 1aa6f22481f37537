import { StopError } from '#finding/error.ts'
import type { PlannedStep } from '#schema/plan.ts'
import type { Execution, OutputStream, ShellRequest } from '#schema/shell.ts'
import type { RunContext } from './context.ts'
import type { Printed } from './expect.ts'
import { byStream } from './redact.ts'
import type { Piece } from './redaction/output.ts'

/** How long output waits for what the other stream brought at the same time. */
const SETTLE_MS = 10

/** How long what may be the start of a secret waits for the rest of it; a question at the end of a line is not kept back for longer. */
const PAUSE_MS = 50

/** What became of a step's text, and of the variables it captures. */
export interface Executed {
  execution: Execution
  /** What it printed, without secrets. */
  shown: Printed
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
  const { received, shown } = show.end()
  const isAll = received.stdout === execution.stdout && received.stderr === execution.stderr
  const unheard = show.full.aborted && { unheard: show.full.reason as StopError }
  return {
    execution,
    shown: isAll ? shown : context.redactor.printed(execution),
    ...(await capture(step, context)),
    ...unheard,
  }
}

/**
 * Emits what a step prints, without secrets. `full` aborts, with the reason, when nobody takes it any more. At its end it
 * gives what came, and what was shown of it.
 */
function showOutput({ id }: PlannedStep, { redactor, emit, now }: RunContext) {
  const filter = redactor.output()
  const full = new AbortController()
  const received: Piece[] = []
  const shown: Piece[] = []
  const timers = new Map<number, NodeJS.Timeout>()
  const show = (pieces: readonly Piece[]) => {
    shown.push(...pieces)
    try {
      if (!full.signal.aborted) for (const piece of pieces) emit({ kind: 'step-output', step: id, at: now(), ...piece })
    } catch (error) {
      if (!(error instanceof StopError)) throw error
      full.abort(error)
    }
  }
  /** Shows in a while what can be shown then, if that is not awaited already. */
  const later = (milliseconds: number, take: () => Piece[]) => {
    if (timers.has(milliseconds)) return
    const due = () => {
      timers.delete(milliseconds)
      show(take())
    }
    timers.set(milliseconds, setTimeout(due, milliseconds))
  }
  return {
    full: full.signal,
    output(stream: OutputStream, chunk: string) {
      received.push({ stream, chunk })
      filter.push(stream, chunk)
      later(SETTLE_MS, filter.settle)
      later(PAUSE_MS, filter.release)
    },
    end() {
      for (const timer of timers.values()) clearTimeout(timer)
      show(filter.flush())
      return { received: byStream(received), shown: byStream(shown) }
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

import type { HttpResponse, NetworkFailure } from '../network/network.ts'

export type CircuitState = 'closed' | 'open' | 'half-open'

/** When a circuit opens: after so many calls in a row that failed, for so many seconds. */
export interface CircuitRule {
  name: string
  failures: number
  resetSeconds: number
}

/** The circuit breakers of a process, by name. One nobody has called through is closed. */
export interface Circuits {
  state(name: string): CircuitState
  /** Says how a call ended that went through. One that fails when a circuit is half-open opens it again. */
  report(rule: CircuitRule, answer: HttpResponse | NetworkFailure): void
}

/** Circuits that are closed; `now` is in milliseconds. */
export function createCircuits(now: () => number): Circuits {
  const held = new Map<string, { failures: number; openUntil?: number }>()
  const state = (name: string): CircuitState => {
    const openUntil = held.get(name)?.openUntil
    if (openUntil === undefined) return 'closed'
    return now() < openUntil ? 'open' : 'half-open'
  }
  return {
    state,
    report({ name, failures: most, resetSeconds }, answer) {
      if (typeof answer !== 'string' && answer.status === 200) return void held.delete(name)
      const failures = (held.get(name)?.failures ?? 0) + 1
      const isOpen = state(name) === 'half-open' || failures >= most
      held.set(name, { failures, ...(isOpen && { openUntil: now() + resetSeconds * 1000 }) })
    },
  }
}

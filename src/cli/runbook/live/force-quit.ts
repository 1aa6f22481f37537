import { EXIT } from '#finding/error.ts'

/** Signals this close are one: pnpm passes on what the terminal has sent to both. */
const SAME_MS = 150

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Aborts at the second signal that asks us to end: a person does not want to wait for what is ending. At the third we go, whatever is left to do. */
export function hurrySignal(): { signal: AbortSignal; stop(): void } {
  const hurry = new AbortController()
  let heard = 0
  let last = Number.NEGATIVE_INFINITY
  const hear = () => {
    const now = performance.now()
    if (now - last > SAME_MS) heard += 1
    last = now
    if (heard === 2) hurry.abort()
    if (heard > 2) process.exit(EXIT.interrupted)
  }
  for (const name of SIGNALS) process.on(name, hear)
  return {
    signal: hurry.signal,
    stop: () => {
      for (const name of SIGNALS) process.off(name, hear)
    },
  }
}

/** What the world does by itself once its time has come: a service that is started again, a certificate that is renewed. */
export interface Timers {
  /** Does something at a moment, in milliseconds since 1970. */
  at(moment: number, run: () => Promise<void>): void
  /** Does all that is due. Whoever looks at the world calls it first. */
  settle(): Promise<void>
}

interface Timer {
  moment: number
  run: () => Promise<void>
}

export function createTimers(clock: { now(): number }): Timers {
  let waiting: Timer[] = []
  let isSettling = false
  const next = (): Timer | undefined => {
    const due = waiting.filter(({ moment }) => moment <= clock.now()).sort((one, other) => one.moment - other.moment)[0]
    waiting = waiting.filter((one) => one !== due)
    return due
  }
  return {
    at: (moment, run) => void waiting.push({ moment, run }),
    async settle() {
      if (isSettling) return
      isSettling = true
      try {
        // One that is always due again ends nothing; a minute of such work is more than a page waits for.
        for (let count = 0, due = next(); due && count < 1000; count += 1, due = next()) await due.run()
      } finally {
        isSettling = false
      }
    },
  }
}

import type { Terminal } from '../terminal/terminal.ts'

interface Lanes {
  lanes: number
  terminal: Terminal
  /** Which of two ids is started first. */
  first: (a: string, b: string) => number
}

/** Does something for each id, so many at a time, what each shows kept together. Answers in the order of the ids. One that fails ends all, in order. */
export async function inLanes<Result>(
  ids: readonly string[],
  { lanes, terminal, first }: Lanes,
  each: (id: string, terminal: Terminal) => Promise<Result>,
): Promise<Result[]> {
  const failed = new AbortController()
  const signal = AbortSignal.any([terminal.signal, failed.signal])
  const results = new Map<string, Result>()
  const waiting = lanes > 1 ? ids.toSorted(first) : [...ids]
  const errors: unknown[] = []
  const lane = async () => {
    for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
      const { shown, flush } =
        lanes > 1 ? together({ ...terminal, signal }) : { shown: { ...terminal, signal }, flush() {} }
      try {
        results.set(id, await each(id, shown))
      } catch (error) {
        errors.push(error)
        failed.abort()
      }
      flush()
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane))
  if (errors.length > 0) throw errors[0]
  return ids.flatMap((id) => results.get(id) ?? [])
}

/** A terminal that shows what is written to it at once, at the end. */
function together(terminal: Terminal): { shown: Terminal; flush: () => void } {
  let text = ''
  const write = (chunk: string) => {
    text += chunk
  }
  return {
    shown: { ...terminal, err: { ...terminal.err, write, terminal: false } },
    flush: () => terminal.err.write(text),
  }
}

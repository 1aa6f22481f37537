import { setTimeout as wait } from 'node:timers/promises'
import type { ReadStream } from 'node:tty'

/** Longer than a terminal waits between two keys of a paste, shorter than a person notices. */
const QUIET_MS = 100

const CTRL_C = 3

/**
 * Throws away what was typed before a question could be read, whole lines or not, until nothing
 * comes any more. Leaves the terminal raw, as a question needs it. Rejects with an AbortError for Ctrl-C.
 */
export async function discardTyped(terminal: ReadStream, signal: AbortSignal): Promise<void> {
  let heard = false
  let interrupted = false
  const hear = (keys: Buffer | string) => {
    heard = true
    interrupted ||= Buffer.from(keys).includes(CTRL_C)
  }
  // Else the terminal keeps a line that is not finished.
  terminal.setRawMode(true)
  terminal.on('data', hear)
  try {
    do {
      heard = false
      await wait(QUIET_MS, undefined, { signal })
      if (interrupted) throw new DOMException('Ctrl-C', 'AbortError')
    } while (heard)
  } catch (error) {
    terminal.setRawMode(false).pause()
    throw error
  } finally {
    terminal.off('data', hear)
  }
}

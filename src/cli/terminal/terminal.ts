import type { Paint } from '#report/style.ts'
import type { Words } from '#report/words.ts'
import type { Locale } from '#schema/locale.ts'

/** What a command of ours gets from the process it runs in. */
export interface Terminal {
  args: readonly string[]
  environment: NodeJS.ProcessEnv
  locale: Locale
  words: Words
  out: Output
  err: Output
  signal: AbortSignal
  interactive: boolean
  /** Where the person is: a live run's steps start here. */
  directory: string
  /** Where the journals and locks of live runs are kept. */
  state: string
}

export interface Output {
  write(text: string): void
  paint: Paint
  terminal: boolean
  /** Where it goes, for what needs to know where the cursor is. */
  stream: NodeJS.WriteStream
}

/** A line beside the point, where reports do not go. */
export const note = (line: string, { err }: Pick<Terminal, 'err'>): void => err.write(`${err.paint('dim', line)}\n`)

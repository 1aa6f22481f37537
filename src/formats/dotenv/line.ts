import type { Localized } from '#schema/locale.ts'

/** One variable as a reader of `.env` files takes it, or why it takes none. `start` and `end` are offsets into the file's text. */
export interface Setting {
  name: string
  start: number
  end: number
  /** Undefined where the reader takes the variable from its own environment, or where `problem` says why there is none. */
  value: string | undefined
  problem?: Localized
}

/** A program's way of reading a file of variables: its settings in the order of the file. */
export type DotenvReader = (text: string) => Setting[]

/** A line of a text without its end, and where it starts. */
export interface TextLine {
  text: string
  start: number
}

/** The lines of a text; `\r\n` ends one too. */
export function linesOf(text: string): TextLine[] {
  let start = 0
  return text.split('\n').map((line) => {
    const at = start
    start += line.length + 1
    return { text: line.replace(/\r$/, ''), start: at }
  })
}

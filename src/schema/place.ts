/** A position in a page: `line` and `column` count from 1, columns in UTF-16 code units; `offset` counts from 0 after any BOM. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** A stretch of a file, `end` exclusive. `file` is relative to the project's root, with forward slashes. */
export interface Place {
  file: string
  start: Point
  end: Point
}

/** The place at the very start of a file, for problems that concern the whole of it. */
export function wholeFile(file: string): Place {
  const start = { line: 1, column: 1, offset: 0 }
  return { file, start, end: start }
}

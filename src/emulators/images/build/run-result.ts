/** A program a RUN calls, and how. */
export interface ProgramCall {
  program: string
  args: readonly string[]
}

/** What a program of a RUN did: its status and what it printed. */
export interface RunResult {
  exitCode: number
  output: readonly string[]
}

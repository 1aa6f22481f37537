import type { Effect } from './effect.ts'
import type { Evidence, ShellName } from './status.ts'

export type OutputStream = 'stdout' | 'stderr'

/** One text for the shell of a run, and how to run it. */
export interface ShellRequest {
  /** What bash receives, byte for byte. */
  text: string
  timeoutMs: number
  signal: AbortSignal
  /** A failure is what the page expects: the shell must survive it. */
  mayFail?: true
  /** Leave it running once `ready` (bash, tried until it succeeds or time is up) does. */
  background?: { ready: string }
  onOutput: (stream: OutputStream, chunk: string) => void
}

/** What became of a text the shell ran. A failure has the shape of a success. */
export interface Execution {
  exitCode: number
  stdout: string
  stderr: string
  end: 'exited' | 'timed-out' | 'interrupted'
  effects: readonly Effect[]
  /** What the world lacks to run it, if it lacks anything: never a pass. */
  notCheckable?: string
  /** Line of the text, from 1, that failed, where the shell can tell. */
  failedLine?: number
}

/** How a procedure starts. */
export interface ShellStart {
  /** Its id. */
  procedure: string
  /** The variables its shell has on top of the environment. */
  inputs: Readonly<Record<string, string>>
  /** What has happened to the world before: a fixture brings it about, a real machine has it. */
  situation?: string | undefined
}

/**
 * The one port a run has to the world. Steps share its working directory,
 * variables and functions, as if pasted one after another into one terminal.
 */
export interface Shell {
  readonly name: ShellName
  /** Evidence of a step that ran here. */
  readonly evidence: Evidence
  /**
   * Begins a procedure: a fresh shell where the reader's is, in the world as it is. Ends what an
   * earlier procedure left running. Rejects with a StopError when its situation cannot be brought about.
   */
  begin(start: ShellStart): Promise<void>
  run(request: ShellRequest): Promise<Execution>
  /**
   * Writes a file of the page, relative to the working directory. Resolves to its effect; to undefined where one with
   * another text is there, which stays as it is.
   */
  write(path: string, text: string): Promise<Effect | undefined>
  /** The value of a shell variable, or undefined when it is unset. */
  variable(name: string): Promise<string | undefined>
  /** Ends everything the run started. Safe to call twice. */
  close(): Promise<void>
}

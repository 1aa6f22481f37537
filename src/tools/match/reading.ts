import type { Command, Flag } from './model.ts'
import type { Problem } from './problem.ts'

/** One use of a flag. */
export interface FlagUse {
  flag: Flag
  /** Position of the word with the flag. */
  index: number
  /** As the grammar spells it first. */
  name: string
  /** Of a switch: false for `--no-x` or `--x=false`; undefined where only a run can tell. */
  on?: boolean | undefined
  /** Of a flag with a value: undefined where only a run can tell, or left out. */
  value?: string | undefined
  /** Of a flag that takes a command: the positions of its words, `end` exclusive. */
  command?: { start: number; end: number }
}

export interface Argument {
  index: number
  value: string | undefined
}

/** A command line read by a grammar. */
export interface Match {
  /** Words of the command found: `['run', 'deploy']`. */
  path: readonly string[]
  /** The same as one text: `run deploy`. */
  subcommand: string
  /** The same under its shortest name: `run` of `container run`. */
  canonical: string
  /** Absent when the words name no command of the grammar. */
  command: Command | undefined
  flags: readonly FlagUse[]
  positionals: readonly Argument[]
  /** Position of the first word that belongs to another program (`docker run IMAGE`, `python -m MODULE`, `ssh HOST`). */
  rest: number | undefined
  /** Only help or the version was asked for, so nothing else matters. */
  informative: boolean
  problems: readonly Problem[]
}

/** What reading leaves for the checks. */
export interface Reading {
  command: Command
  flags: FlagUse[]
  positionals: Argument[]
  problems: Problem[]
  /** Some word may become any number of words: nothing can be said to be missing. */
  open: boolean
  /** Position of the last word of the command's name. */
  anchor: number
  rest: number | undefined
}

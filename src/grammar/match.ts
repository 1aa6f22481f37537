import { readCommandPath } from './command-path.ts'
import type { Command, Flag, Grammar } from './model.ts'
import { checkPositionals } from './positionals.ts'
import type { Problem } from './problem.ts'
import { readArguments } from './read-arguments.ts'
import { checkRequirements } from './requirements.ts'
import { checkValues } from './values.ts'
import type { GrammarWord } from './word.ts'

/** One use of a flag. */
export interface FlagUse {
  flag: Flag
  /** Position of the word with the flag. */
  index: number
  /** As the catalogue spells it first. */
  name: string
  /** Of a switch: false for `--no-x` or `--x=false`; undefined where only a run can tell. */
  on?: boolean | undefined
  /** Of a flag with a value: undefined where only a run can tell, or left out. */
  value?: string | undefined
}

export interface Argument {
  index: number
  value: string | undefined
}

/** A command line read by a grammar. */
export interface Match {
  /** Words of the command found: `['run', 'deploy']`. */
  path: readonly string[]
  /** Absent when the words name no command of the catalogue. */
  command: Command | undefined
  flags: readonly FlagUse[]
  positionals: readonly Argument[]
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
}

const INFORMATIVE = new Set(['--help', '-h', '--version'])

/** Reads the words after a tool's name. Never throws; everything wrong is in `problems`, in the order of the words. */
export const matchCommand = (grammar: Grammar, argv: readonly GrammarWord[]): Match => {
  const found = readCommandPath(grammar, argv)
  const informative = found.flags.some((use) => INFORMATIVE.has(use.name))
  if (found.command === undefined || informative) {
    return { ...found, positionals: [], informative, problems: informative ? [] : found.problems }
  }
  const reading: Reading = { ...readArguments(grammar, found.command, argv, found), command: found.command }
  return finish(grammar, found.path, reading)
}

const finish = (grammar: Grammar, path: readonly string[], reading: Reading): Match => {
  const { command, flags, positionals } = reading
  const informative = flags.some((use) => INFORMATIVE.has(use.name) && use.flag.value === undefined)
  const problems = [
    ...reading.problems,
    ...checkValues(grammar, reading),
    ...checkPositionals(reading),
    ...checkRequirements(reading),
  ]
  problems.sort((a, b) => a.index - b.index)
  return { path, command, flags, positionals, informative, problems: informative ? [] : problems }
}

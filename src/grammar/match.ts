import { readCommandPath } from './command-path.ts'
import type { Grammar } from './model.ts'
import { checkPositionals } from './positionals.ts'
import { readArguments } from './read-arguments.ts'
import type { Match, Reading } from './reading.ts'
import { checkRequirements } from './requirements.ts'
import { checkValues } from './values.ts'
import type { GrammarWord } from './word.ts'

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

import { type FoundCommand, readCommandPath } from './command-path.ts'
import type { Command, Grammar } from './model.ts'
import { checkPositionals } from './positionals.ts'
import { readArguments } from './read-arguments.ts'
import type { FlagUse, Match, Reading } from './reading.ts'
import { checkRequirements } from './requirements.ts'
import { checkValues } from './values.ts'
import type { GrammarWord } from './word.ts'

const INFORMATIVE = new Set(['--help', '-h', '--version'])

/** Reads the words after a tool's name. Never throws; everything wrong is in `problems`, in the order of the words. */
export const matchCommand = (grammar: Grammar, argv: readonly GrammarWord[]): Match => {
  const found = readCommandPath(grammar, argv)
  const informative = found.flags.some(isInformative)
  if (found.command === undefined || informative) {
    const { path, canonical, command, flags, problems } = found
    return {
      path,
      subcommand: path.join(' '),
      canonical: canonical.join(' '),
      command,
      flags,
      positionals: [],
      rest: undefined,
      informative,
      problems: informative ? [] : problems,
    }
  }
  const read = readArguments(grammar, found.command, argv, found)
  return finish(grammar, found, { ...read, command: reducedBy(found.command, read.flags) })
}

const isInformative = ({ flag, name }: FlagUse): boolean =>
  flag.informative ?? (INFORMATIVE.has(name) && flag.value === undefined)

/** A command without the positionals that its flags stand for: `grep -e PATTERN FILE`. */
const reducedBy = (command: Command, uses: readonly FlagUse[]): Command => {
  const given = new Set(uses.flatMap(({ flag }) => flag.names))
  const stays = (unless: readonly string[] = []) => !unless.some((name) => given.has(name))
  const positionals = command.positionals?.filter(({ unless }) => stays(unless))
  return positionals?.length === command.positionals?.length ? command : { ...command, positionals: positionals ?? [] }
}

const finish = (grammar: Grammar, { path, canonical: words }: FoundCommand, reading: Reading): Match => {
  const { command, flags, positionals, rest } = reading
  const informative = flags.some(isInformative)
  const problems = [
    ...reading.problems,
    ...checkValues(grammar, reading),
    ...checkPositionals(reading),
    ...checkRequirements(grammar, reading),
  ]
  problems.sort((a, b) => a.index - b.index)
  const [subcommand, canonical] = [path.join(' '), words.join(' ')]
  const found = informative ? [] : problems
  return { path, subcommand, canonical, command, flags, positionals, rest, informative, problems: found }
}

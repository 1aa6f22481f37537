import type { FoundCommand } from './command-path.ts'
import type { Command, Flag, Grammar } from './model.ts'
import type { Problem } from './problem.ts'
import { type FlagContext, isFlag, readFlag } from './read-flag.ts'
import type { Argument, FlagUse, Reading } from './reading.ts'
import type { GrammarWord } from './word.ts'

interface Reader {
  flags: FlagUse[]
  problems: Problem[]
  positionals: Argument[]
  next: number
  open: boolean
  /** Only positionals follow. */
  ended: boolean
}

/** Reads the words after a command's name: flags and positionals, in any order unless the command passes words on. */
export const readArguments = (
  grammar: Grammar,
  command: Command,
  argv: readonly GrammarWord[],
  found: FoundCommand,
): Omit<Reading, 'command'> => {
  const reader: Reader = { ...found, positionals: [], open: false, ended: false }
  const known = flagsOf(grammar, command)
  while (reader.next < argv.length) readWord({ grammar, known, argv }, command, reader)
  return { ...reader, anchor: found.next - 1 }
}

const flagsOf = (grammar: Grammar, command: Command): readonly Flag[] => {
  const own = command.flags ?? []
  if (grammar.syntax === 'gcloud') return [...own, ...grammar.global]
  return own.some((flag) => flag.names.includes('--help')) ? own : [...own, { names: ['--help'], hidden: true }]
}

const readWord = (context: FlagContext, command: Command, reader: Reader): void => {
  const word = context.argv[reader.next] as GrammarWord
  if (word.open) reader.open = true
  if (!reader.ended && isFlag(word)) readFlag(context, reader)
  else if (!reader.ended && word.value === '--' && endsFlags(context, command)) endFlags(reader)
  else addPositional(command, reader, word)
}

const endFlags = (reader: Reader): void => {
  reader.ended = true
  reader.next += 1
}

const endsFlags = (context: FlagContext, command: Command): boolean =>
  context.grammar.syntax === 'docker' || command.passthrough === true

const addPositional = (command: Command, reader: Reader, word: GrammarWord): void => {
  if (!word.open) reader.positionals.push({ index: reader.next, value: word.value })
  if (command.passthrough) reader.ended = true
  reader.next += 1
}

import { withHelp } from '../docker/help-flags.ts'
import type { FoundCommand } from './command-path.ts'
import { type FlagContext, isFlagOf } from './flag-sink.ts'
import type { Command, Flag, Grammar } from './model.ts'
import type { Problem } from './problem.ts'
import { readFlag } from './read-flag.ts'
import { readCluster } from './read-gnu.ts'
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
  rest: number | undefined
}

/** Reads the words after a command's name: flags and positionals, in any order unless the command passes words on. */
export const readArguments = (
  grammar: Grammar,
  command: Command,
  argv: readonly GrammarWord[],
  found: FoundCommand,
): Omit<Reading, 'command'> => {
  const reader: Reader = { ...found, positionals: [], open: false, ended: false, rest: undefined }
  const context = { grammar, known: flagsOf(grammar, command), argv, loose: command.loose ?? false }
  if (command.bundled) readBundle(context, reader)
  while (reader.next < argv.length) readWord(context, command, reader)
  return { ...reader, anchor: found.next - 1 }
}

const flagsOf = (grammar: Grammar, command: Command): readonly Flag[] => {
  const own = command.flags ?? []
  if (grammar.syntax !== 'docker') return [...own, ...grammar.global]
  return withHelp(own)
}

/** `tar xzf`: the first word is a cluster of flags without its dash. */
const readBundle = (context: FlagContext, reader: Reader): void => {
  const word = context.argv[reader.next]
  if (word?.value !== undefined && /^[A-Za-z]+$/.test(word.value))
    readCluster(context, reader, { word, letters: word.value, offset: 0 })
}

const readWord = (context: FlagContext, command: Command, reader: Reader): void => {
  const word = context.argv[reader.next] as GrammarWord
  if (word.open) reader.open = true
  if (!reader.ended && isFlagOf(context, command, word)) readFlagWord(context, reader)
  else if (!reader.ended && word.value === '--' && endsFlags(context, command)) endFlags(reader)
  else addPositional(context, command, reader)
}

const readFlagWord = (context: FlagContext, reader: Reader): void => {
  const before = reader.flags.length
  readFlag(context, reader)
  if (!reader.flags.slice(before).some(({ flag }) => flag.last)) return
  reader.rest = reader.next
  reader.ended = true
}

const endFlags = (reader: Reader): void => {
  reader.ended = true
  reader.next += 1
}

const endsFlags = (context: FlagContext, command: Command): boolean =>
  context.grammar.syntax !== 'gcloud' || command.passthrough === true

/** Words for another program start after the command's own; docker reads no flags after its first one. */
const addPositional = (context: FlagContext, command: Command, reader: Reader): void => {
  const word = context.argv[reader.next] as GrammarWord
  if (command.passthrough && reader.rest === undefined && reader.positionals.length === ownWords(command)) {
    reader.rest = reader.next
    reader.ended = true
  }
  const counts = !word.open || (command.passthrough && word.single)
  if (counts) reader.positionals.push({ index: reader.next, value: word.value })
  if (command.passthrough && context.grammar.syntax !== 'gnu') reader.ended = true
  reader.next += 1
}

/** How many words stand before the other program's: those before `COMMAND`. */
const ownWords = ({ positionals = [] }: Command): number => {
  const at = positionals.findIndex(({ name }) => name === 'COMMAND')
  return at < 0 ? 1 : at
}

import { certainly, suggest } from '#schema/spelling.ts'
import { withHelp } from '../docker/help-flags.ts'
import { isFlagOf } from './flag-sink.ts'
import type { Command, Flag, Grammar } from './model.ts'
import type { Problem } from './problem.ts'
import { readFlag } from './read-flag.ts'
import type { FlagUse } from './reading.ts'
import type { GrammarWord } from './word.ts'

/** The command a line names, the flags before and between its words, and where its own words start. */
export interface FoundCommand {
  path: readonly string[]
  /** The path of the command whose name these words are another of; the same words where they are of none. */
  canonical: readonly string[]
  command: Command | undefined
  flags: FlagUse[]
  problems: Problem[]
  /** Position of the first word after the command's name. */
  next: number
}

interface Walk extends FoundCommand {
  path: string[]
  canonical: string[]
  at: Command
}

/** Walks from the tool to the command its words name. */
export const readCommandPath = (grammar: Grammar, argv: readonly GrammarWord[]): FoundCommand => {
  const walk: Walk = { path: [], canonical: [], command: undefined, flags: [], problems: [], next: 0, at: grammar.root }
  while (walk.at.commands !== undefined && walk.next < argv.length) {
    const word = argv[walk.next] as GrammarWord
    const context = { known: flagsHere(grammar, walk), grammar, argv }
    if (isFlagOf(context, walk.at, word)) readFlag(context, walk)
    else if (!enter(grammar, walk, word)) return walk
  }
  return land(walk)
}

const flagsHere = (grammar: Grammar, walk: Walk): readonly Flag[] =>
  grammar.syntax === 'docker'
    ? withHelp([...(walk.at.flags ?? []), ...(walk.path.length === 0 ? grammar.global : [])])
    : [...(walk.at.flags ?? []), ...grammar.global]

const enter = (grammar: Grammar, walk: Walk, word: GrammarWord): boolean => {
  const inner = word.value === undefined ? undefined : ownCommand(walk.at, word.value)
  if (inner === undefined) {
    if (word.value !== undefined) walk.problems.push(unknownCommand(walk, word.value))
    else if (!walk.at.alone && isNoName(walk.at, word.prefix))
      walk.problems.push({ kind: 'missing-command', index: walk.next - 1, path: walk.path })
    return false
  }
  walk.path.push(word.value as string)
  walk.canonical.push(word.value as string)
  step(grammar, walk, inner)
  walk.next += 1
  return true
}

/** Goes on to a command, or to the one it is another name of. */
const step = ({ root }: Grammar, walk: Walk, command: Command): void => {
  walk.at = command
  for (let alias = command.aliasOf; alias !== undefined; alias = walk.at.aliasOf) {
    walk.canonical = alias.split(' ')
    walk.at = walk.canonical.reduce<Command>((at, name) => at.commands?.[name] ?? {}, root)
  }
}

/** A word only a run knows in full, and that no command starts like. */
const isNoName = ({ commands, omitted = [] }: Command, prefix: string | undefined): boolean =>
  Boolean(prefix) && ![...Object.keys(commands ?? {}), ...omitted].some((name) => name.startsWith(prefix as string))

const ownCommand = (at: Command, name: string): Command | undefined =>
  at.commands !== undefined && Object.hasOwn(at.commands, name) ? at.commands[name] : undefined

const unknownCommand = (walk: Walk, word: string): Problem => {
  const place = { index: walk.next, word, path: [...walk.path] }
  if (walk.at.omitted?.includes(word)) return { kind: 'omitted-command', ...place }
  const names = [...Object.keys(walk.at.commands ?? {}), ...(walk.at.omitted ?? [])]
  return { kind: 'unknown-command', ...place, suggestion: suggest(word, names), ...certainly(word, names) }
}

const land = (walk: Walk): FoundCommand => {
  if (walk.at.commands === undefined || walk.at.alone) return { ...walk, command: walk.at }
  walk.problems.push({ kind: 'missing-command', index: walk.next - 1, path: walk.path })
  return walk
}

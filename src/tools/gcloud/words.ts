import type { CommandFacts } from '../facts/model.ts'
import type { Named, ResourceKind } from '../facts/names.ts'
import { type CommandLine, flagValues, type LineWord, positionals } from '../match/line.ts'

/** Words of a line that name a thing. */
export type Naming = (line: CommandLine) => readonly LineWord[]

export const first: Naming = (line) => positionals(line).slice(0, 1)

export const flag =
  (...names: readonly string[]): Naming =>
  (line) =>
    flagValues(line, ...names)

/** Names of a kind, in the words given. */
export const named =
  (kind: ResourceKind, role: Named['role'], words: Naming) =>
  (line: CommandLine): Named[] =>
    words(line).map((word) => ({ kind, role, word }))

/** What several readings of a line name. */
export const allNamed =
  (...readings: readonly ((line: CommandLine) => readonly Named[])[]) =>
  (line: CommandLine): Named[] =>
    readings.flatMap((read) => read(line))

/** The same facts for several commands of a group, by their names. */
export const each = (group: string, names: string, facts: CommandFacts): Record<string, CommandFacts> =>
  Object.fromEntries(names.split(/,\s*/).map((name) => [`${group} ${name}`, facts]))

/** Facts of commands, those of the same name laid over each other. */
export function together(...all: readonly Readonly<Record<string, CommandFacts>>[]): Record<string, CommandFacts> {
  const merged: Record<string, CommandFacts> = {}
  for (const [name, facts] of all.flatMap((some) => Object.entries(some))) merged[name] = { ...merged[name], ...facts }
  return merged
}

import type { FlagGroup, Grammar } from './model.ts'
import type { Problem } from './problem.ts'
import type { FlagUse, Reading } from './reading.ts'
import { flagParts } from './sections.ts'

/** Finds required flags that are missing, and flags that cannot be given together. */
export const checkRequirements = (grammar: Grammar, reading: Reading): Problem[] => [
  ...missingFlags(reading),
  ...(reading.command.groups ?? []).flatMap((group) => checkGroup(reading, group)),
  ...flagParts(reading.command, reading.flags).flatMap((uses) => duplicates(grammar, uses)),
]

const missingFlags = (reading: Reading): Problem[] => {
  if (reading.open) return []
  const given = new Set(reading.flags.map((use) => use.name))
  const required = (reading.command.flags ?? []).filter((flag) => flag.required && !given.has(flag.names[0] as string))
  return required.map((flag) => ({ kind: 'missing-flag', index: reading.anchor, flags: [flag.names[0] as string] }))
}

const checkGroup = (reading: Reading, group: FlagGroup): Problem[] => {
  const isOfGroup = (use: FlagUse) => group.flags.flat().includes(use.name)
  const absents = absent(reading, group, reading.flags.filter(isOfGroup))
  if (!group.exclusive) return absents
  return [
    ...flagParts(reading.command, reading.flags).flatMap((uses) => clash(group, uses.filter(isOfGroup))),
    ...absents,
  ]
}

const absent = (reading: Reading, group: FlagGroup, uses: readonly FlagUse[]): Problem[] =>
  group.required && uses.length === 0 && !reading.open
    ? [{ kind: 'missing-flag', index: reading.anchor, flags: group.flags.flat() }]
    : []

const clash = (group: FlagGroup, uses: readonly FlagUse[]): Problem[] => {
  const sets = new Set(uses.map((use) => setOf(group, use.name)))
  const last = uses.at(-1)
  if (sets.size < 2 || last === undefined) return []
  return [{ kind: 'exclusive', index: last.index, flag: last.name, alternatives: group.flags.map(spell) }]
}

const setOf = (group: FlagGroup, name: string): number =>
  group.flags.findIndex((member) => (typeof member === 'string' ? member === name : member.includes(name)))

const spell = (member: string | readonly string[]): string => (typeof member === 'string' ? member : member.join(' '))

/**
 * A flag in two words of a command. Twice the same switch or value changes nothing and is a slip;
 * of two values the last one counts, where tools are known to keep one. In one word, letters that many tools count
 * (`-vv`, `ssh -tt`) are meant.
 */
const duplicates = (grammar: Grammar, uses: readonly FlagUse[]): Problem[] => {
  const keepsLast = grammar.syntax === 'gcloud' || grammar.syntax === 'docker'
  return uses.flatMap((use, at) => {
    const earlier = uses
      .slice(0, at)
      .filter(({ name, index }) => name === use.name && (index !== use.index || !isMeantTwice(use)))
    const same = earlier.some(({ value, on }) =>
      use.flag.value === undefined ? on === use.on : isSame(value, use.value),
    )
    const again = earlier.length > 0 && !STRONGER.has(use.name)
    const replaced = again && keepsLast && !use.flag.repeated && use.flag.value !== undefined
    return replaced || (again && same) ? [{ kind: 'duplicate' as const, index: use.index, flag: use.name }] : []
  })
}

/** Switches that say more when they are repeated. */
const STRONGER = new Set(['-v', '--verbose', '-q', '-d', '-f'])
const MEANT_TWICE = new Set([...'vqtThnwxiIydfFPVAcCk'].map((letter) => `-${letter}`))
const isMeantTwice = ({ flag }: FlagUse) => flag.names.some((name) => MEANT_TWICE.has(name))

const isSame = (one: string | undefined, other: string | undefined) => one !== undefined && one === other

import type { FlagGroup, Grammar } from './model.ts'
import type { Problem } from './problem.ts'
import type { FlagUse, Reading } from './reading.ts'

/** Finds required flags that are missing, and flags that cannot be given together. */
export const checkRequirements = (grammar: Grammar, reading: Reading): Problem[] => [
  ...missingFlags(reading),
  ...(reading.command.groups ?? []).flatMap((group) => checkGroup(reading, group)),
  ...(grammar.syntax === 'gcloud' || grammar.syntax === 'docker' ? duplicates(reading) : []),
]

const missingFlags = (reading: Reading): Problem[] => {
  if (reading.open) return []
  const given = new Set(reading.flags.map((use) => use.name))
  const required = (reading.command.flags ?? []).filter((flag) => flag.required && !given.has(flag.names[0] as string))
  return required.map((flag) => ({ kind: 'missing-flag', index: reading.anchor, flags: [flag.names[0] as string] }))
}

const checkGroup = (reading: Reading, group: FlagGroup): Problem[] => {
  const uses = reading.flags.filter((use) => group.flags.flat().includes(use.name))
  if (group.exclusive) return [...clash(group, uses), ...absent(reading, group, uses)]
  return absent(reading, group, uses)
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

const duplicates = (reading: Reading): Problem[] => {
  const seen = new Set<string>()
  return reading.flags.flatMap((use) => {
    const again = seen.has(use.name) && !use.flag.repeated && use.flag.value !== undefined
    seen.add(use.name)
    return again ? [{ kind: 'duplicate' as const, index: use.index, flag: use.name }] : []
  })
}

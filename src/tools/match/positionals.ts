import type { Command, Positional } from './model.ts'
import type { Problem } from './problem.ts'
import type { Argument, Reading } from './reading.ts'

/** The values of a command's positionals by name, in order. One that repeats takes what the others leave. */
export const assignPositionals = <Item>(command: Command, items: readonly Item[]): Record<string, Item[]> => {
  const specs = command.positionals ?? []
  const taken: Record<string, Item[]> = {}
  let at = 0
  for (const [position, spec] of specs.entries()) {
    const later = specs.slice(position + 1).filter((other) => other.required).length
    const room = items.length - at - later
    const count = spec.repeated ? Math.max(room, spec.required ? 1 : 0) : spec.required || room > 0 ? 1 : 0
    taken[spec.name] = items.slice(at, at + count)
    at += count
  }
  return taken
}

/** Finds positionals that are missing, left over or not among their choices. */
export const checkPositionals = (reading: Reading): Problem[] => [
  ...missing(reading),
  ...leftOver(reading),
  ...outsideChoices(reading),
]

const missing = (reading: Reading): Problem[] => {
  if (reading.open) return []
  const taken = assignPositionals(reading.command, reading.positionals)
  const absent = (reading.command.positionals ?? []).filter((spec) => spec.required && taken[spec.name]?.length === 0)
  return absent.map((spec) => ({ kind: 'missing-positional', index: reading.anchor, name: spec.name }))
}

const leftOver = (reading: Reading): Problem[] => {
  const specs = reading.command.positionals ?? []
  if (reading.command.passthrough || specs.some((spec) => spec.repeated)) return []
  return reading.positionals
    .slice(specs.length)
    .map(({ index, value }) => ({ kind: 'unexpected-argument', index, value: value ?? '' }))
}

const outsideChoices = (reading: Reading): Problem[] => {
  const taken = assignPositionals(reading.command, reading.positionals)
  return (reading.command.positionals ?? []).flatMap((spec) => badChoices(spec, taken[spec.name] ?? []))
}

const badChoices = (spec: Positional, given: readonly Argument[]): Problem[] => {
  const { choices } = spec
  if (choices === undefined) return []
  return given.flatMap(({ index, value }) =>
    value === undefined || choices.includes(value)
      ? []
      : [{ kind: 'bad-choice' as const, index, flag: spec.name, value, choices }],
  )
}

import type { Command } from './model.ts'
import type { FlagUse, Match } from './reading.ts'

/**
 * The flags of a command before the first that starts a section (`--container=app`), and those of each section,
 * without the flag that starts it. Sections of one name are one. Without sections, all flags are one part.
 */
export function flagParts({ sections }: Command, uses: readonly FlagUse[]): readonly FlagUse[][] {
  const outside: FlagUse[] = []
  const byName = new Map<string | undefined, FlagUse[]>()
  let part = outside
  for (const use of uses) {
    if (use.name !== sections?.flag) part.push(use)
    else {
      part = byName.get(use.value) ?? []
      byName.set(use.value, part)
    }
  }
  return [outside, ...byName.values()]
}

/** A match for each part of its flags that a rule is to look at by itself. */
export const matchParts = (match: Match): Match[] =>
  match.command ? flagParts(match.command, match.flags).map((flags) => ({ ...match, flags })) : [match]

import type { ToolFacts } from '../facts/model.ts'
import { startOfRest } from '../facts/rest.ts'
import { hasFlag } from '../match/line.ts'

/** `flock FILE -c TEXT` has its command in a text. */
export const facts: ToolFacts = {
  prefix: true,
  every: { runsFrom: (line) => (hasFlag(line, '--command') ? undefined : startOfRest(line)) },
}

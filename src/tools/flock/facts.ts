import { startOfRest } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'
import { hasFlag } from '../match/line.ts'

/** `flock FILE -c TEXT` has its command in a text. */
export const facts: ToolFacts = {
  prefix: true,
  every: { runsFrom: (line) => (hasFlag(line, '--command') ? undefined : startOfRest(line)) },
}

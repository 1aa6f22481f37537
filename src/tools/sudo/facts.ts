import { startOfRest } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'
import { hasFlag } from '../match/line.ts'

/** `sudo -e FILE` edits and `sudo -l` lists: no command follows. */
export const facts: ToolFacts = {
  prefix: true,
  every: { runsFrom: (line) => (hasFlag(line, '--edit', '--list') ? undefined : startOfRest(line)) },
}

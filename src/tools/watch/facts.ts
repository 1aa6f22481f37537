import { restOf } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'
import type { Nested } from '../facts/nested-command.ts'
import { type CommandLine, hasFlag, hasLetter } from '../match/line.ts'

export const facts: ToolFacts = {
  every: {
    hands: handsOn,
    waits: (line) => (hasLetter(line, 'gq', '--chgexit', '--equexit') ? undefined : 'until stopped'),
  },
}

function handsOn(line: CommandLine): readonly Nested[] {
  const words = restOf(line)
  if (words.length === 0) return []
  return [hasFlag(line, '--exec') ? { kind: 'words', words } : { kind: 'joined', words }]
}

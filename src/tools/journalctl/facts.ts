import type { ToolFacts } from '../facts/model.ts'
import { hasLetter } from '../match/line.ts'

export const facts: ToolFacts = {
  every: {
    effect: 'read',
    waits: (line) => (hasLetter(line, 'f', '--follow') ? { remove: '-f' } : undefined),
  },
}

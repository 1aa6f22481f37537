import type { ToolFacts } from '../facts/model.ts'
import { hasLetter } from '../match/line.ts'

export const facts: ToolFacts = {
  every: {
    waits: (line) => (hasLetter(line, 'hV', '--max-iterations', '--help', '--version') ? undefined : 'until stopped'),
  },
}

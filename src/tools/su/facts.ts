import type { ToolFacts } from '../facts/model.ts'
import { flagValue } from '../match/line.ts'

export const facts: ToolFacts = {
  every: {
    hands: (line) => {
      const word = flagValue(line, '--command')
      return word ? [{ kind: 'text', word }] : []
    },
  },
}

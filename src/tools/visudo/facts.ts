import type { ToolFacts } from '../facts/model.ts'
import { hasOption } from '../match/line.ts'

export const facts: ToolFacts = {
  every: {
    asks: (line) => (hasOption(line, '--check', '--version', '--help', 'c') ? undefined : { instead: 'person' }),
  },
}

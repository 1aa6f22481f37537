import { startOfRest } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'

export const facts: ToolFacts = {
  prefix: true,
  every: {
    runsFrom: startOfRest,
    shows: ({ words }) => (words.length === 0 ? { kind: 'variables', names: 'all' } : undefined),
  },
}

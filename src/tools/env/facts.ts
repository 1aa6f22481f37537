import type { ToolFacts } from '../facts/model.ts'
import { startOfRest } from '../facts/rest.ts'

export const facts: ToolFacts = {
  prefix: true,
  every: {
    runsFrom: startOfRest,
    shows: ({ words }) => (words.length === 0 ? { kind: 'variables', names: 'all' } : undefined),
  },
}

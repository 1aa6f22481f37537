import type { ToolFacts } from '../facts/model.ts'

export const facts: ToolFacts = {
  every: { shows: ({ words }) => ({ kind: 'variables', names: words.length === 0 ? 'all' : words }) },
}

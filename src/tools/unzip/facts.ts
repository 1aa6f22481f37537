import type { ToolFacts } from '../facts/model.ts'

export const facts: ToolFacts = { every: { directory: 'brings' } }

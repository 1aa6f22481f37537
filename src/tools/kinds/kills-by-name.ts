import type { ToolFacts } from '../facts/model.ts'

/** A program that ends all that has a name. */
export const facts: ToolFacts = { every: { sweep: ({ name }) => ({ shown: name }) } }

import type { CommandFacts, ToolFacts } from '../facts/model.ts'

/** What makes files: some of its words are their paths. */
export const makesFiles: CommandFacts = { writes: ({ words }) => words }

export const facts: ToolFacts = { every: makesFiles }

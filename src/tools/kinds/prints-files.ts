import type { CommandFacts, ToolFacts } from '../facts/model.ts'

/** What prints the files it is given. */
export const printsFiles: CommandFacts = { shows: ({ words }) => ({ kind: 'files', files: words }) }

export const facts: ToolFacts = { every: printsFiles }

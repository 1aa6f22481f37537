import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import { hasOption } from '../match/line.ts'

/** What shows a file, or lets it be changed, to who stands at the terminal. */
export const atTheTerminal: CommandFacts = {
  asks: (line) => (hasOption(line, '--version', '--help') ? undefined : { instead: 'person', terminal: true }),
}

export const facts: ToolFacts = { every: atTheTerminal }

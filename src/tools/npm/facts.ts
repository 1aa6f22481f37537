import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import { firstOperand, hasOption } from '../match/line.ts'

/** `npm init` and `yarn init`. */
export const asksToInitialise: CommandFacts = {
  asks: (line) =>
    firstOperand(line) === 'init' && !hasOption(line, '--yes', '--force', 'y', 'f')
      ? { instead: { add: '-y' } }
      : undefined,
}

export const facts: ToolFacts = { saysVersion: ['--version'], every: { ...asksToInitialise, directory: 'builds' } }

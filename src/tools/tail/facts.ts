import type { ToolFacts } from '../facts/model.ts'
import { printsFiles } from '../kinds/prints-files.ts'
import { hasLetter } from '../match/line.ts'

export const facts: ToolFacts = {
  every: {
    ...printsFiles,
    waits: (line) =>
      hasLetter(line, 'fF', '--follow') && !hasLetter(line, '', '--pid') ? { remove: '-f' } : undefined,
  },
}

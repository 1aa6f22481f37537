import type { ToolFacts } from '../facts/model.ts'
import { makesFiles } from '../kinds/makes-files.ts'
import { positionals } from '../match/line.ts'

export const facts: ToolFacts = {
  namesOfReader: true,
  every: {
    ...makesFiles,
    request: (line) => ({ addresses: positionals(line), ignoresErrors: false, unlimited: false }),
    bypasses: ({ words }) => {
      const word = words.find(({ text }) => text === '--no-check-certificate')
      return word ? [{ protection: 'TLS', word }] : []
    },
  },
}

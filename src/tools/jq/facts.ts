import { jqProblem } from '../awk/program.ts'
import type { ToolFacts } from '../facts/model.ts'
import { hasFlag, positionals } from '../match/line.ts'

export const facts: ToolFacts = {
  saysVersion: ['--version'],
  every: {
    program: (line) => ({
      words: hasFlag(line, '--from-file') ? [] : positionals(line).slice(0, 1),
      problem: jqProblem,
    }),
  },
}

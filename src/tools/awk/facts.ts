import type { ToolFacts } from '../facts/model.ts'
import { printsFiles } from '../kinds/prints-files.ts'
import { hasFlag, positionals } from '../match/line.ts'
import { awkProblem } from './program.ts'

/** Of awk and mawk. */
export const facts: ToolFacts = {
  every: {
    ...printsFiles,
    program: (line) => ({ words: hasFlag(line, '-f') ? [] : positionals(line).slice(0, 1), problem: awkProblem }),
  },
}

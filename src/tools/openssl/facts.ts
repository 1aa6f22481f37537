import type { ToolFacts } from '../facts/model.ts'
import { makesFiles } from '../kinds/makes-files.ts'
import { flagValues } from '../match/line.ts'

export const facts: ToolFacts = {
  every: makesFiles,
  commands: { s_client: { connects: (line) => flagValues(line, '-connect') } },
}

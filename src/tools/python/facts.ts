import type { ToolFacts } from '../facts/model.ts'
import { scriptOf } from '../kinds/reads-code.ts'
import { textsOf } from '../match/line.ts'

/** Of python and python3. */
export const facts: ToolFacts = {
  every: {
    directory: 'runs',
    runsFile: scriptOf,
    waits: (line) => (/^-m http\.server( |$)/.test(textsOf(line).join(' ')) ? 'until stopped' : undefined),
  },
}

import type { ToolFacts } from '../facts/model.ts'
import { scriptOf } from '../kinds/reads-code.ts'

export const facts: ToolFacts = { saysVersion: ['--version'], every: { directory: 'builds', runsFile: scriptOf } }

import type { ToolFacts } from '../facts/model.ts'
import { makesFiles } from '../kinds/makes-files.ts'

export const facts: ToolFacts = { every: { ...makesFiles, copiesInput: true } }

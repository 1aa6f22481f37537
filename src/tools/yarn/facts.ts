import type { ToolFacts } from '../facts/model.ts'
import { asksToInitialise } from '../npm/facts.ts'

export const facts: ToolFacts = { every: asksToInitialise }

import type { ToolFacts } from '../facts/model.ts'
import { refusedOptions } from '../ssh/refused-options.ts'

export const facts: ToolFacts = { namesMachines: true, every: { refusedOptions } }

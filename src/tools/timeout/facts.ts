import { startOfRest } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'

export const facts: ToolFacts = { prefix: true, limits: true, every: { runsFrom: startOfRest } }

import type { ToolFacts } from '../facts/model.ts'
import { startOfRest } from '../facts/rest.ts'

export const facts: ToolFacts = { prefix: true, limits: true, every: { runsFrom: startOfRest } }

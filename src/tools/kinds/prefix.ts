import { startOfRest } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'

/** A program that runs what follows it in a changed environment. */
export const facts: ToolFacts = { prefix: true, every: { runsFrom: startOfRest } }

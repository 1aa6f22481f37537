import type { ToolFacts } from '../facts/model.ts'
import { startOfRest } from '../facts/rest.ts'

/** A program that runs what follows it in a changed environment. */
export const facts: ToolFacts = { prefix: true, every: { runsFrom: startOfRest } }

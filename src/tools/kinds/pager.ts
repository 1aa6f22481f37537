import type { ToolFacts } from '../facts/model.ts'
import { atTheTerminal } from './editor.ts'
import { printsFiles } from './prints-files.ts'

/** A program that shows files a page at a time. */
export const facts: ToolFacts = { every: { ...atTheTerminal, ...printsFiles } }

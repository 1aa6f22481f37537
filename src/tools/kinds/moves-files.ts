import type { ToolFacts } from '../facts/model.ts'
import { makesFiles } from './makes-files.ts'

/** A program that puts files elsewhere, as they are at that moment. */
export const facts: ToolFacts = { every: { ...makesFiles, readsData: true } }

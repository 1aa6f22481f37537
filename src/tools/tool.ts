import type { ToolFacts } from './facts/model.ts'
import { matchCommand } from './match/match.ts'
import type { Grammar } from './match/model.ts'
import type { Match } from './match/reading.ts'
import type { GrammarWord } from './match/word.ts'

/** A program as it is known: how it reads its words, and what they mean. */
export interface Tool {
  /** The program whose grammar and commands these are. */
  name: string
  /** Absent where nothing is checked of its words. */
  grammar?: Grammar | undefined
  facts?: ToolFacts | undefined
  /** Words that its own stand after in that grammar: `compose`, for `docker-compose`. */
  after?: readonly string[]
}

/** Tools that are loaded, by the name pages call them by. */
export type Tools = Readonly<Record<string, Tool>>

/** What is known of a program, by the name a page calls it by. */
export const toolOf = (name: string, tools: Tools): Tool | undefined =>
  Object.hasOwn(tools, name) ? tools[name] : undefined

/** How a tool reads the words after its name; nothing where it has no grammar. */
export function matchOf(tool: Tool | undefined, words: readonly GrammarWord[]): Match | undefined {
  if (!tool?.grammar) return undefined
  const { grammar, after = [] } = tool
  const match = matchCommand(grammar, [...after.map((value) => ({ value })), ...words])
  return after.length === 0 ? match : withoutFirst(match, after.length)
}

/**
 * A match of words that stand after others, as they stand without them. Its path is that of the grammar; of what is
 * wrong with the words nothing is said, as the program has a grammar of its own.
 */
function withoutFirst(match: Match, count: number): Match {
  return {
    ...match,
    flags: match.flags.map((use) => ({ ...use, index: use.index - count })),
    positionals: match.positionals.map((one) => ({ ...one, index: one.index - count })),
    rest: match.rest === undefined ? undefined : match.rest - count,
    problems: [],
  }
}

import type { LineWord } from '../match/line.ts'

/** HTTP requests a command makes. */
export interface Request {
  /** What it is asked to fetch. */
  addresses: readonly LineWord[]
  /** Protocols it speaks; undefined where that is not known. */
  protocols?: readonly string[]
  /** It ends well whatever the server answers. */
  ignoresErrors: boolean
  /** It waits as long as the server lets it. */
  unlimited: boolean
  /** The status it prints would stand at the end of the last line of the body. */
  joinsStatus?: boolean
  /** What it sends, and says of it; undefined where that is not known. */
  sent?: SentBody
}

/** The body of a request, as the flags give it. */
export interface SentBody {
  headers: readonly LineWord[]
  /** Bodies that are sent as they stand. */
  bodies: readonly LineWord[]
  /** Something is sent, or asked for, in another way. */
  otherwise: boolean
  /** The body is said to be JSON by the flag that gives it. */
  saysJson: boolean
  /** A word in which letters of a cluster are the body: `-dS`. */
  clustered: readonly { word: LineWord; letters: string }[]
}

/** A search for a pattern in lines. */
export interface Search {
  pattern: LineWord | undefined
  /** The pattern is a POSIX one: extended, or basic. Undefined for fixed text and Perl's. */
  syntax: 'extended' | 'basic' | undefined
  /** It matches whole words or lines, or what does not match. */
  exact: boolean
}

/** A program in a language of its own among the words of a command. */
export interface InnerProgram {
  /** The words that make it up, in order. */
  words: readonly LineWord[]
  /** What the program's reader says is wrong with a text; undefined when nothing is. */
  problem: (text: string) => string | undefined
}

/** A value of an option that its program refuses. */
export interface RefusedOption {
  word: LineWord
  /** The option, where it is known and its value is not. */
  key?: string
  /** Values it takes; none where it takes a number. Undefined where the option is unknown. */
  expected?: readonly string[]
  suggestion: string | undefined
}

/** A copy that makes a directory like another. */
export interface Synchronisation {
  /** It deletes what the source does not have. */
  deletes: boolean
  /** It compares whole directories. */
  whole: boolean
}

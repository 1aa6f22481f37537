import type { EffectVerb } from '#schema/effect.ts'
import type { LineWord } from '../match/line.ts'

/** How a command that stays until someone stops it is made to end. */
export type Waits = { remove: string } | { add: string } | 'until stopped'

/** What a command asks who stands at the terminal, and what keeps it from asking. */
export interface Asks {
  /**
   * `add` or `remove` a flag (with the effect that is then to be declared), `use` another way,
   * `add` one together with the answers (`answers`), or only a person can do it.
   */
  instead: { add: string; effect?: EffectVerb; answers?: true } | { remove: string } | { use: string } | 'person'
  /** It asks before a deletion, which a plain document may leave to its reader. */
  before?: 'deletion'
  /** It reads the terminal, whatever it is fed. */
  terminal?: true
}

/** What a command puts on the terminal that may be secret. */
export type Shows =
  | { kind: 'secret' }
  /** Variables: those it names, or all there are. */
  | { kind: 'variables'; names: readonly LineWord[] | 'all' }
  | { kind: 'files'; files: readonly LineWord[] }

/** A protection a command switches off, and the word that does it. */
export interface Bypass {
  protection: 'commit checks' | 'TLS' | 'file permissions' | 'host identity'
  word: LineWord
}

/** A deletion of whatever matches, in the words that tell it. */
export interface Sweep {
  shown: string
  /** On a server, all it takes may be the page's to remove. */
  fineOnServer?: true
}

/** A command that returns before its work is done. */
export interface ReturnsEarly {
  shown: string
  /** Words of a later command that wait for it, or ask whether it is done. */
  waitedBy: RegExp
  /** Only a command of the same program meets it; else any that copies files. */
  same?: true
}

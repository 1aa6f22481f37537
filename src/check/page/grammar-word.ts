import type { BashWord } from '#document/bash/model.ts'
import type { GrammarWord } from '#tools/match/word.ts'

/** A word of a page as the grammars see it. */
export function grammarWord({ value, pieces, open }: BashWord): GrammarWord {
  const first = pieces[0]
  const prefix = value === undefined && first?.kind === 'text' ? first.text : undefined
  const single = open && pieces.every((piece) => piece.kind !== 'variable' || !SEVERAL.test(piece.name))
  return {
    value,
    ...(prefix !== undefined && { prefix }),
    ...(open && { open: true }),
    ...(single && !isArray(pieces) && { single: true }),
  }
}

/** Names of variables that hold several words. */
const SEVERAL = /(OPT|OPTION|ARG|FLAG|PARAM)S?$|S$/i

const isArray = (pieces: BashWord['pieces']) => pieces.length === 1 && pieces[0]?.kind === 'unknown'

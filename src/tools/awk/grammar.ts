import type { Grammar } from '../match/model.ts'
import { grammarOf } from '../match/table.ts'

/** awk under one of its names. gawk has more flags, and may stand in its place. */
export const awkGrammar = (tool: string): Grammar =>
  grammarOf({
    tool,
    version: '1.3.4',
    source: 'mawk(1)',
    flags: '-F=SEPARATOR -v=ASSIGNMENT -f=FILE -W=OPTION !--version !--help',
    operands: 'PROGRAM/-f [FILE...]',
    loose: true,
  })

export const grammar = awkGrammar('awk')

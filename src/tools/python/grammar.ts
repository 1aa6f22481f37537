import type { Grammar } from '../match/model.ts'
import { grammarOf } from '../match/table.ts'

/** Python under one of its names. */
export const pythonGrammar = (tool: string): Grammar =>
  grammarOf({
    tool,
    version: '3.11',
    source: 'python3(1)',
    flags: `-b -B @-c=CODE -d -E !-h,--help -i -I @-m=MODULE -O -OO -P -q -s -S -u -v !-V,--version -W=FILTER -x -X=OPTION
      --check-hash-based-pycs=always|default|never`,
    operands: '[COMMAND...]',
    passthrough: true,
  })

export const grammar = pythonGrammar('python')

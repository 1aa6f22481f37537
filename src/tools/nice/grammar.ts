import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'nice',
  version: '9.1',
  source: 'nice(1)',
  flags: '-n,--adjustment=N -0 -1 -2 -3 -4 -5 -6 -7 -8 -9 !--help !--version',
  operands: '[COMMAND...]',
  passthrough: true,
})

import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'stdbuf',
  version: '9.1',
  source: 'stdbuf(1)',
  flags: '-i,--input=MODE -o,--output=MODE -e,--error=MODE !--help !--version',
  operands: 'COMMAND...',
  passthrough: true,
})

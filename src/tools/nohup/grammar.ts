import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'nohup',
  version: '9.1',
  source: 'nohup(1)',
  flags: '!--help !--version',
  operands: 'COMMAND...',
  passthrough: true,
})

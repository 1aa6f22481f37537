import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'setsid',
  version: '2.38',
  source: 'setsid(1)',
  flags: '-c,--ctty -f,--fork -w,--wait !-h,--help !-V,--version',
  operands: 'COMMAND...',
  passthrough: true,
})

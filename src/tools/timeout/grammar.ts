import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'timeout',
  version: '9.1',
  source: 'timeout(1)',
  flags: '--preserve-status --foreground -k,--kill-after=DURATION -s,--signal=SIGNAL -v,--verbose !--help !--version',
  operands: 'DURATION COMMAND...',
  passthrough: true,
})

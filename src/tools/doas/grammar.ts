import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'doas',
  version: '6.8',
  source: 'doas(1)',
  flags: '-L -n -s -C=CONFIG -u=USER',
  operands: '[COMMAND...]',
  passthrough: true,
})

import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'kill',
  version: '5.2',
  source: 'bash(1)',
  flags: '-s=SIGNAL -n=N -l -L',
  operands: 'PID.../-l/-L',
  dashed: '^-(\\d+|[A-Z]{3,}[A-Z0-9+-]*)$',
})

import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'crontab',
  version: '3.0pl1',
  source: 'crontab(1)',
  flags: '-u=USER -e -i -l -n -r -s !-h',
  operands: '[FILE]',
})

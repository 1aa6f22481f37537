import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'nginx',
  version: '1.22.1',
  source: 'nginx(8)',
  flags: '!-? !-h !-v !-V -t -T -q -s=stop|quit|reopen|reload -p=PREFIX -e=FILE -c=FILE -g=DIRECTIVES',
})

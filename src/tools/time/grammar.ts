import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'time',
  version: '5.2',
  source: 'bash(1), time(1)',
  flags: '-p,--portability -v,--verbose -f,--format=FORMAT -o,--output=FILE -a,--append -q,--quiet !-V,--version',
  operands: '[COMMAND...]',
  passthrough: true,
})

import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'scp',
  version: '9.2',
  source: 'scp(1)',
  flags: `-3 -4 -6 -A -B -C -O -p -q -R -r -s -T -v -c=CIPHER -D=PATH -F=FILE -i=FILE -J=DESTINATION -l=LIMIT
    -o=OPTION -P=N -S=PROGRAM -X=OPTION`,
  operands: 'SOURCE... TARGET',
})

import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'watch',
  version: '4.0.2',
  source: 'watch(1)',
  flags: `-b,--beep -c,--color -C,--no-color -d,--differences[=KIND] -e,--errexit -g,--chgexit -q,--equexit=N
    -n,--interval=SECONDS -p,--precise -r,--no-rerun -t,--no-title -w,--no-wrap -x,--exec !-h,--help !-v,--version`,
  operands: 'COMMAND...',
  passthrough: true,
})

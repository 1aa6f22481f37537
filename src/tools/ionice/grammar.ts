import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'ionice',
  version: '2.38',
  source: 'ionice(1)',
  flags: `-c,--class=CLASS -n,--classdata=N -p,--pid=PID -P,--pgid=PGRP -t,--ignore -u,--uid=UID
    !-h,--help !-V,--version`,
  operands: '[COMMAND...]',
  passthrough: true,
})

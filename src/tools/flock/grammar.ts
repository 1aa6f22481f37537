import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'flock',
  version: '2.38',
  source: 'flock(1)',
  flags: `-s,--shared -x,--exclusive -u,--unlock -n,--nonblock -w,--timeout=SECONDS -E,--conflict-exit-code=N
    -o,--close -c,--command=TEXT -F,--no-fork --verbose !-h,--help !-V,--version`,
  operands: 'FILE [COMMAND...]',
  passthrough: true,
})

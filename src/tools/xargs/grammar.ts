import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'xargs',
  version: '4.9.0',
  source: 'xargs(1)',
  flags: `-0,--null -a,--arg-file=FILE -d,--delimiter=CHARACTER -E=END -e,--eof[=END] -I=TEXT -i,--replace[=TEXT]
    -L=N -l,--max-lines[=N] -n,--max-args=N -o,--open-tty -P,--max-procs=N -p,--interactive
    --process-slot-var=NAME -r,--no-run-if-empty -s,--max-chars=N --show-limits -t,--verbose -x,--exit
    !--help !--version`,
  operands: '[COMMAND...]',
  passthrough: true,
})

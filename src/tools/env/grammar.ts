import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'env',
  version: '9.1',
  source: 'env(1)',
  flags: `-i,--ignore-environment -0,--null -u,--unset=NAME -C,--chdir=DIRECTORY -S,--split-string=TEXT
    --block-signal[=SIGNAL] --default-signal[=SIGNAL] --ignore-signal[=SIGNAL] --list-signal-handling
    -v,--debug !--help !--version`,
  operands: '[COMMAND...]',
  passthrough: true,
})

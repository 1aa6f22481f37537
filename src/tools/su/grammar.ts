import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'su',
  version: '2.38',
  source: 'su(1)',
  flags: `-m,-p,--preserve-environment -w,--whitelist-environment=LIST -g,--group=GROUP -G,--supp-group=GROUP
    -l,--login -c,--command=TEXT --session-command=TEXT -f,--fast -s,--shell=SHELL -P,--pty -T,--no-pty
    !-h,--help !-V,--version`,
  operands: '[USER] [ARGUMENT...]',
})

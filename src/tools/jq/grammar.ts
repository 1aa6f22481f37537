import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'jq',
  version: '1.6',
  source: 'jq(1)',
  flags: `--seq --stream --slurp,-s --raw-input,-R --null-input,-n --compact-output,-c --tab --indent=N
    --color-output,-C --monochrome-output,-M --ascii-output,-a --unbuffered --sort-keys,-S --raw-output,-r
    --join-output,-j --from-file,-f -L=DIRECTORY --exit-status,-e 2--arg=NAME 2--argjson=NAME 2--slurpfile=NAME
    2--rawfile=NAME 2--argfile=NAME @--args @--jsonargs !--version,-V !--help,-h`,
  operands: '[FILTER] [FILE...]',
})

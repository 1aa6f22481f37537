import { grammarOf, type Table } from '../match/table.ts'

const python = (tool: string): Table => ({
  tool,
  version: '3.11',
  source: 'python3(1)',
  flags: `-b -B @-c=CODE -d -E !-h,--help -i -I @-m=MODULE -O -OO -P -q -s -S -u -v !-V,--version -W=FILTER -x -X=OPTION
    --check-hash-based-pycs=always|default|never`,
  operands: '[COMMAND...]',
  passthrough: true,
})

const awk = (tool: string): Table => ({
  tool,
  version: '1.3.4',
  source: 'mawk(1)',
  flags: '-F=SEPARATOR -v=ASSIGNMENT -f=FILE -W=OPTION !--version !--help',
  operands: 'PROGRAM/-f [FILE...]',
  // gawk has more, and may stand in its place.
  loose: true,
})

/** Programs that run a text of their own, by name. */
export const PROGRAM_GRAMMARS = {
  python: grammarOf(python('python')),
  python3: grammarOf(python('python3')),
  awk: grammarOf(awk('awk')),
  mawk: grammarOf(awk('mawk')),
  jq: grammarOf({
    tool: 'jq',
    version: '1.6',
    source: 'jq(1)',
    flags: `--seq --stream --slurp,-s --raw-input,-R --null-input,-n --compact-output,-c --tab --indent=N
      --color-output,-C --monochrome-output,-M --ascii-output,-a --unbuffered --sort-keys,-S --raw-output,-r
      --join-output,-j --from-file,-f -L=DIRECTORY --exit-status,-e 2--arg=NAME 2--argjson=NAME 2--slurpfile=NAME
      2--rawfile=NAME 2--argfile=NAME @--args @--jsonargs !--version,-V !--help,-h`,
    operands: '[FILTER] [FILE...]',
  }),
} as const

import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'nc',
  version: '1.219',
  source: 'nc(1) of OpenBSD',
  flags: `-4 -6 -b -C -D -d -F !-h -I=LENGTH -i=SECONDS -k -l -M=TTL -m=TTL -N -n -O=LENGTH -P=USER -p=PORT -q=SECONDS
    -r -S -s=ADDRESS -T=KEYWORD -t -U -u -V=TABLE -v -W=N -w=SECONDS -X=PROTOCOL -x=ADDRESS -Z -z`,
  operands: '[HOST] [PORT...]',
})

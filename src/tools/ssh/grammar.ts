import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'ssh',
  version: '9.2',
  source: 'ssh(1)',
  flags: `-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t !-V -v -X -x -Y -y -B=INTERFACE -b=ADDRESS -c=CIPHERS
    -D=ADDRESS -E=FILE -e=CHARACTER -F=FILE -I=LIBRARY -i=FILE -J=DESTINATION -L=ADDRESS -l=USER -m=MACS -O=COMMAND
    -o=OPTION -p=N !-Q=OPTION -R=ADDRESS -S=PATH -W=ADDRESS -w=TUNNEL`,
  operands: 'DESTINATION [COMMAND...]',
  passthrough: true,
})

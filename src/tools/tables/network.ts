import { grammarOf } from '../match/table.ts'

/** Programs of the network that say little of their flags, by name. */
export const NETWORK_GRAMMARS = {
  nc: grammarOf({
    tool: 'nc',
    version: '1.219',
    source: 'nc(1) of OpenBSD',
    flags: `-4 -6 -b -C -D -d -F !-h -I=LENGTH -i=SECONDS -k -l -M=TTL -m=TTL -N -n -O=LENGTH -P=USER -p=PORT -q=SECONDS
      -r -S -s=ADDRESS -T=KEYWORD -t -U -u -V=TABLE -v -W=N -w=SECONDS -X=PROTOCOL -x=ADDRESS -Z -z`,
    operands: '[HOST] [PORT...]',
  }),
  scp: grammarOf({
    tool: 'scp',
    version: '9.2',
    source: 'scp(1)',
    flags: `-3 -4 -6 -A -B -C -O -p -q -R -r -s -T -v -c=CIPHER -D=PATH -F=FILE -i=FILE -J=DESTINATION -l=LIMIT
      -o=OPTION -P=N -S=PROGRAM -X=OPTION`,
    operands: 'SOURCE... TARGET',
  }),
  nginx: grammarOf({
    tool: 'nginx',
    version: '1.22.1',
    source: 'nginx(8)',
    flags: '!-? !-h !-v !-V -t -T -q -s=stop|quit|reopen|reload -p=PREFIX -e=FILE -c=FILE -g=DIRECTIVES',
  }),
  ufw: grammarOf({
    tool: 'ufw',
    version: '0.36.2',
    source: 'ufw(8)',
    everywhere: '!--version !-h,--help --dry-run --force',
    commands: {
      enable: {},
      disable: {},
      reload: {},
      reset: {},
      status: { operands: '[verbose|numbered]' },
      show: { operands: 'REPORT' },
      version: {},
      default: { operands: 'POLICY [DIRECTION]' },
      logging: { operands: 'LEVEL' },
      allow: { operands: 'RULE...' },
      deny: { operands: 'RULE...' },
      reject: { operands: 'RULE...' },
      limit: { operands: 'RULE...' },
      delete: { operands: 'RULE...' },
      insert: { operands: 'NUMBER RULE...' },
      prepend: { operands: 'RULE...' },
      route: { operands: 'RULE...' },
      app: { operands: 'ACTION [PROFILE]' },
    },
  }),
} as const

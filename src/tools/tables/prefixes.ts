import { grammarOf } from '../match/table.ts'

const COREUTILS = '9.1'
const UTIL_LINUX = '2.38'
const BASH = '5.2'

/** Programs that run another one in a changed environment, by name. */
export const PREFIX_GRAMMARS = {
  sudo: grammarOf({
    tool: 'sudo',
    version: '1.9.13',
    source: 'sudo(8)',
    flags: `-A,--askpass -b,--background -B,--bell -C,--close-from=N -D,--chdir=DIRECTORY -E,--preserve-env[=LIST]
      -e,--edit -g,--group=GROUP -H,--set-home !--help --host=HOST -h -i,--login -K,--remove-timestamp
      -k,--reset-timestamp -l,--list -n,--non-interactive -P,--preserve-groups -p,--prompt=PROMPT
      -R,--chroot=DIRECTORY -r,--role=ROLE -S,--stdin -s,--shell -t,--type=TYPE -T,--command-timeout=TIMEOUT
      -U,--other-user=USER -u,--user=USER !-V,--version -v,--validate`,
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  doas: grammarOf({
    tool: 'doas',
    version: '6.8',
    source: 'doas(1)',
    flags: '-L -n -s -C=CONFIG -u=USER',
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  env: grammarOf({
    tool: 'env',
    version: COREUTILS,
    source: 'env(1)',
    flags: `-i,--ignore-environment -0,--null -u,--unset=NAME -C,--chdir=DIRECTORY -S,--split-string=TEXT
      --block-signal[=SIGNAL] --default-signal[=SIGNAL] --ignore-signal[=SIGNAL] --list-signal-handling
      -v,--debug !--help !--version`,
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  timeout: grammarOf({
    tool: 'timeout',
    version: COREUTILS,
    source: 'timeout(1)',
    flags: '--preserve-status --foreground -k,--kill-after=DURATION -s,--signal=SIGNAL -v,--verbose !--help !--version',
    operands: 'DURATION COMMAND...',
    passthrough: true,
  }),
  nohup: grammarOf({
    tool: 'nohup',
    version: COREUTILS,
    source: 'nohup(1)',
    flags: '!--help !--version',
    operands: 'COMMAND...',
    passthrough: true,
  }),
  nice: grammarOf({
    tool: 'nice',
    version: COREUTILS,
    source: 'nice(1)',
    flags: '-n,--adjustment=N -0 -1 -2 -3 -4 -5 -6 -7 -8 -9 !--help !--version',
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  stdbuf: grammarOf({
    tool: 'stdbuf',
    version: COREUTILS,
    source: 'stdbuf(1)',
    flags: '-i,--input=MODE -o,--output=MODE -e,--error=MODE !--help !--version',
    operands: 'COMMAND...',
    passthrough: true,
  }),
  ionice: grammarOf({
    tool: 'ionice',
    version: UTIL_LINUX,
    source: 'ionice(1)',
    flags: `-c,--class=CLASS -n,--classdata=N -p,--pid=PID -P,--pgid=PGRP -t,--ignore -u,--uid=UID
      !-h,--help !-V,--version`,
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  setsid: grammarOf({
    tool: 'setsid',
    version: UTIL_LINUX,
    source: 'setsid(1)',
    flags: '-c,--ctty -f,--fork -w,--wait !-h,--help !-V,--version',
    operands: 'COMMAND...',
    passthrough: true,
  }),
  flock: grammarOf({
    tool: 'flock',
    version: UTIL_LINUX,
    source: 'flock(1)',
    flags: `-s,--shared -x,--exclusive -u,--unlock -n,--nonblock -w,--timeout=SECONDS -E,--conflict-exit-code=N
      -o,--close -c,--command=TEXT -F,--no-fork --verbose !-h,--help !-V,--version`,
    operands: 'FILE [COMMAND...]',
    passthrough: true,
  }),
  time: grammarOf({
    tool: 'time',
    version: BASH,
    source: 'bash(1), time(1)',
    flags: '-p,--portability -v,--verbose -f,--format=FORMAT -o,--output=FILE -a,--append -q,--quiet !-V,--version',
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  exec: grammarOf({
    tool: 'exec',
    version: BASH,
    source: 'bash(1)',
    flags: '-c -l -a=NAME',
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  command: grammarOf({
    tool: 'command',
    version: BASH,
    source: 'bash(1)',
    flags: '-p -v -V',
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  builtin: grammarOf({
    tool: 'builtin',
    version: BASH,
    source: 'bash(1)',
    operands: '[COMMAND...]',
    passthrough: true,
  }),
} as const

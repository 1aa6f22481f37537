import { grammarOf, type Table } from '../match/table.ts'

const shell = (tool: string, version: string, more = ''): Table => ({
  tool,
  version,
  source: `${tool}(1)`,
  flags: `-a -b -c -e -f -h -i -k -l -m -n -o=OPTION -p -r -s -t -u -v -x -B -C -D -E -H -I -P -T -O=OPTION -q ${more}`,
  operands: '[COMMAND...]',
  passthrough: true,
})

const BASH_LONG = `--debugger --dump-po-strings --dump-strings !--help --init-file=FILE --login --noediting --noprofile
  --norc --posix --pretty-print --rcfile=FILE --restricted --verbose !--version`

/** Programs that hand words, or text, to another shell or program, by name. */
export const CARRIER_GRAMMARS = {
  bash: grammarOf(shell('bash', '5.2', BASH_LONG)),
  sh: grammarOf(shell('sh', '0.5.12')),
  dash: grammarOf(shell('dash', '0.5.12')),
  ash: grammarOf(shell('ash', '1.35')),
  zsh: grammarOf(shell('zsh', '5.9', '!--version !--help')),
  su: grammarOf({
    tool: 'su',
    version: '2.38',
    source: 'su(1)',
    flags: `-m,-p,--preserve-environment -w,--whitelist-environment=LIST -g,--group=GROUP -G,--supp-group=GROUP
      -l,--login -c,--command=TEXT --session-command=TEXT -f,--fast -s,--shell=SHELL -P,--pty -T,--no-pty
      !-h,--help !-V,--version`,
    operands: '[USER] [ARGUMENT...]',
  }),
  ssh: grammarOf({
    tool: 'ssh',
    version: '9.2',
    source: 'ssh(1)',
    flags: `-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t !-V -v -X -x -Y -y -B=INTERFACE -b=ADDRESS -c=CIPHERS
      -D=ADDRESS -E=FILE -e=CHARACTER -F=FILE -I=LIBRARY -i=FILE -J=DESTINATION -L=ADDRESS -l=USER -m=MACS -O=COMMAND
      -o=OPTION -p=N !-Q=OPTION -R=ADDRESS -S=PATH -W=ADDRESS -w=TUNNEL`,
    operands: 'DESTINATION [COMMAND...]',
    passthrough: true,
  }),
  xargs: grammarOf({
    tool: 'xargs',
    version: '4.9.0',
    source: 'xargs(1)',
    flags: `-0,--null -a,--arg-file=FILE -d,--delimiter=CHARACTER -E=END -e,--eof[=END] -I=TEXT -i,--replace[=TEXT]
      -L=N -l,--max-lines[=N] -n,--max-args=N -o,--open-tty -P,--max-procs=N -p,--interactive
      --process-slot-var=NAME -r,--no-run-if-empty -s,--max-chars=N --show-limits -t,--verbose -x,--exit
      !--help !--version`,
    operands: '[COMMAND...]',
    passthrough: true,
  }),
  watch: grammarOf({
    tool: 'watch',
    version: '4.0.2',
    source: 'watch(1)',
    flags: `-b,--beep -c,--color -C,--no-color -d,--differences[=KIND] -e,--errexit -g,--chgexit -q,--equexit=N
      -n,--interval=SECONDS -p,--precise -r,--no-rerun -t,--no-title -w,--no-wrap -x,--exec !-h,--help !-v,--version`,
    operands: 'COMMAND...',
    passthrough: true,
  }),
  find: grammarOf({
    tool: 'find',
    version: '4.9.0',
    source: 'find(1)',
    syntax: 'single',
    flags: `-H -L -P -D=OPTIONS -O0 -O1 -O2 -O3 -d -depth !-help !-version -ignore_readdir_race -noignore_readdir_race
      -maxdepth=LEVELS -mindepth=LEVELS -mount -xdev -noleaf -regextype=TYPE -files0-from=FILE -daystart -follow
      -warn -nowarn -amin=N+ -anewer=FILE -atime=N+ -cmin=N+ -cnewer=FILE -ctime=N+ -empty -executable -false
      -fstype=TYPE -gid=N+ -group=NAME -ilname=PATTERN -iname=PATTERN -inum=N+ -ipath=PATTERN -iregex=PATTERN
      -iwholename=PATTERN -links=N+ -lname=PATTERN -mmin=N+ -mtime=N+ -name=PATTERN -newer=FILE -neweram=FILE
      -newermt=DATE -newerat=DATE -newerct=DATE -nogroup -nouser -path=PATTERN -perm=MODE -readable -regex=PATTERN
      -samefile=FILE -size=N+ -true -type=TYPE -uid=N+ -used=N+ -user=NAME -wholename=PATTERN -writable -xtype=TYPE
      -context=PATTERN -delete ;-exec ;-execdir -fls=FILE -fprint=FILE -fprint0=FILE 2-fprintf=FILE -ls ;-ok ;-okdir
      -print -print0 -printf=FORMAT -prune -quit -a -and -o -or -not`,
    operands: '[PATH...]',
  }),
} as const

import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
  tool: 'ps',
  version: '4.0.2',
  source: 'ps(1)',
  flags: `-A -a -c -C=LIST -d -e -F -f -G=LIST -g=LIST -H -j -L -l -M -m -N -n=LIST -o=FORMAT -O=FORMAT -P -p=LIST -q=LIST
    -s=LIST -T -t=LIST -U=LIST -u[=LIST] -V -w -x -y -Z -z --columns=N --cols=N --context --cumulative --deselect
    --forest --format=FORMAT --group=LIST --Group=LIST --headers --header !--help[=KIND] --info --lines=N --rows=N
    --no-headers --no-heading --pid=LIST --ppid=LIST --quick-pid=LIST --sid=LIST --signames --sort=KEYS --tty=LIST
    --user=LIST --User=LIST !--version --width=N`,
  operands: '[SELECTION...]',
})

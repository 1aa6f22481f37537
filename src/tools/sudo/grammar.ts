import { grammarOf } from '../match/table.ts'

export const grammar = grammarOf({
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
})

import { grammarOf, type Table, type TableCommand } from '../match/table.ts'

const APT_FLAGS = `-a,--host-architecture=NAME -P,--build-profiles=LIST -d,--download-only -f,--fix-broken
  -m,--ignore-missing,--fix-missing -q,--quiet[=LEVEL] -qq -s,--simulate,--just-print,--dry-run,--recon,--no-act
  -y,--yes,--assume-yes --assume-no --no-show-upgraded -u,--show-upgraded -V,--verbose-versions --with-new-pkgs
  -b,--compile,--build --ignore-hold --no-upgrade --only-upgrade --allow-downgrades --allow-remove-essential
  --allow-change-held-packages --force-yes --print-uris --purge --reinstall --list-cleanup
  -t,--target-release,--default-release=RELEASE --trivial-only --no-remove --auto-remove,--autoremove --only-source
  --diff-only --dsc-only --tar-only --arch-only --indep-only --allow-unauthenticated --no-allow-insecure-repositories
  --allow-releaseinfo-change --show-progress --with-source=FILE --no-install-recommends --install-recommends
  --no-install-suggests --install-suggests --error-on=MODE !-h,--help !-v,--version -c,--config-file=FILE
  -o,--option=SETTING --no-download --upgradable --upgradeable --installed --all-versions --full --names-only`

const packages = (operands: string): TableCommand => ({ operands })

const apt = (tool: string, more: Readonly<Record<string, TableCommand>>): Table => ({
  tool,
  version: '2.6.1',
  source: `${tool}(8)`,
  everywhere: APT_FLAGS,
  commands: {
    update: {},
    upgrade: packages('[PACKAGE...]'),
    'dist-upgrade': packages('[PACKAGE...]'),
    install: packages('[PACKAGE...]'),
    reinstall: packages('PACKAGE...'),
    remove: packages('PACKAGE...'),
    purge: packages('[PACKAGE...]'),
    autoremove: packages('[PACKAGE...]'),
    autopurge: packages('[PACKAGE...]'),
    clean: {},
    autoclean: {},
    source: packages('PACKAGE...'),
    'build-dep': packages('PACKAGE...'),
    satisfy: packages('DEPENDENCY...'),
    download: packages('PACKAGE...'),
    changelog: packages('PACKAGE...'),
    ...more,
  },
})

/** Programs of the system that say little of their flags, by name. */
export const SYSTEM_GRAMMARS = {
  apt: grammarOf(
    apt('apt', {
      list: packages('[PATTERN...]'),
      search: packages('PATTERN...'),
      show: packages('PACKAGE...'),
      showsrc: packages('PACKAGE...'),
      depends: packages('PACKAGE...'),
      rdepends: packages('PACKAGE...'),
      policy: packages('[PACKAGE...]'),
      'full-upgrade': packages('[PACKAGE...]'),
      'edit-sources': packages('[FILE]'),
    }),
  ),
  'apt-get': grammarOf(
    apt('apt-get', { check: {}, 'dselect-upgrade': {}, indextargets: {}, markauto: {}, unmarkauto: {} }),
  ),
  kill: grammarOf({
    tool: 'kill',
    version: '5.2',
    source: 'bash(1)',
    flags: '-s=SIGNAL -n=N -l -L',
    operands: 'PID.../-l/-L',
    dashed: '^-(\\d+|[A-Z]{3,}[A-Z0-9+-]*)$',
  }),
  crontab: grammarOf({
    tool: 'crontab',
    version: '3.0pl1',
    source: 'crontab(1)',
    flags: '-u=USER -e -i -l -n -r -s !-h',
    operands: '[FILE]',
  }),
  ps: grammarOf({
    tool: 'ps',
    version: '4.0.2',
    source: 'ps(1)',
    flags: `-A -a -c -C=LIST -d -e -F -f -G=LIST -g=LIST -H -j -L -l -M -m -N -n=LIST -o=FORMAT -O=FORMAT -P -p=LIST -q=LIST
      -s=LIST -T -t=LIST -U=LIST -u[=LIST] -V -w -x -y -Z -z --columns=N --cols=N --context --cumulative --deselect
      --forest --format=FORMAT --group=LIST --Group=LIST --headers --header !--help[=KIND] --info --lines=N --rows=N
      --no-headers --no-heading --pid=LIST --ppid=LIST --quick-pid=LIST --sid=LIST --signames --sort=KEYS --tty=LIST
      --user=LIST --User=LIST !--version --width=N`,
    operands: '[SELECTION...]',
  }),
} as const

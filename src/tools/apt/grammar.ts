import type { Grammar } from '../match/model.ts'
import { grammarOf, type TableCommand } from '../match/table.ts'

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

/** What apt and apt-get have in common, and the commands one of them has alone. */
export const aptGrammar = (tool: string, more: Readonly<Record<string, TableCommand>>): Grammar =>
  grammarOf({
    tool,
    version: '2.6.1',
    source: `${tool}(8)`,
    everywhere: APT_FLAGS,
    commands: { ...COMMON, ...more },
  })

const packages = (operands: string): TableCommand => ({ operands })

const COMMON: Readonly<Record<string, TableCommand>> = {
  update: {},
  upgrade: packages('[PACKAGE...]'),
  'full-upgrade': packages('[PACKAGE...]'),
  'dist-upgrade': { aliasOf: 'full-upgrade' },
  install: packages('[PACKAGE...]'),
  reinstall: packages('PACKAGE...'),
  remove: packages('PACKAGE...'),
  purge: packages('[PACKAGE...]'),
  autoremove: packages('[PACKAGE...]'),
  'auto-remove': { aliasOf: 'autoremove' },
  autopurge: packages('[PACKAGE...]'),
  clean: {},
  autoclean: {},
  'auto-clean': { aliasOf: 'autoclean' },
  source: packages('PACKAGE...'),
  'build-dep': packages('PACKAGE...'),
  satisfy: packages('DEPENDENCY...'),
  download: packages('PACKAGE...'),
  changelog: packages('PACKAGE...'),
}

export const grammar = aptGrammar('apt', {
  list: packages('[PATTERN...]'),
  search: packages('PATTERN...'),
  show: packages('PACKAGE...'),
  info: { aliasOf: 'show' },
  showsrc: packages('PACKAGE...'),
  depends: packages('PACKAGE...'),
  rdepends: packages('PACKAGE...'),
  policy: packages('[PACKAGE...]'),
  'edit-sources': packages('[FILE]'),
})

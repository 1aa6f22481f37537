import type { Command, Flag, Grammar, Syntax } from '#tools/match/model.ts'
import { commandOf, readFlags, type TableCommand } from '#tools/match/table.ts'
import { getoptFlags } from './getopt.ts'
import { helpFlags } from './help.ts'
import { probe, versionOf } from './probe.ts'
import { promtoolGrammar } from './promtool.ts'

type Read = () => Promise<Grammar>

/** Programs whose help says what they take, each read in its own way. */
export const HELP_TOOLS: Readonly<Record<string, Read>> = {
  git: () => gitGrammar(),
  openssl: () => opensslGrammar(),
  pip: () => pipGrammar('pip'),
  pip3: () => pipGrammar('pip3'),
  systemctl: () => systemctlGrammar(),
  uvicorn: () => simpleGrammar('uvicorn', ['--help'], { operands: 'APP' }),
  certbot: () => certbotGrammar(),
  'redis-cli': () => redisGrammar(),
  promtool: promtoolGrammar,
}

interface Head {
  tool: string
  source: string
  syntax?: Syntax
  version?: string
}

const grammar = async (
  { tool, source, syntax = 'gnu', version }: Head,
  root: Command,
  global: Flag[] = [],
): Promise<Grammar> => ({
  tool,
  version: version ?? (await versionOf(tool)),
  source,
  syntax,
  global,
  root,
})

async function simpleGrammar(tool: string, help: readonly string[], table: TableCommand): Promise<Grammar> {
  const flags = helpFlags(await probe(tool, help))
  return grammar({ tool, source: `${tool} ${help.join(' ')}` }, { ...commandOf(table), flags })
}

/** Commands of git that guides use, with their operands. Those marked loose have flags that no help lists. */
const GIT: Readonly<Record<string, TableCommand>> = {
  add: { operands: '[PATH...]' },
  apply: { operands: '[PATCH...]' },
  archive: { operands: '[TREE] [PATH...]' },
  bisect: { operands: '[ARGUMENT...]', loose: true },
  blame: { operands: '[ARGUMENT...]', loose: true },
  branch: { operands: '[BRANCH...]' },
  checkout: { operands: '[ARGUMENT...]' },
  'cherry-pick': { operands: '[COMMIT...]' },
  clean: { operands: '[PATH...]' },
  clone: { operands: 'REPOSITORY [DIRECTORY]' },
  commit: { operands: '[PATH...]' },
  config: { operands: '[ARGUMENT...]' },
  describe: { operands: '[COMMIT...]' },
  diff: { operands: '[ARGUMENT...]', loose: true },
  fetch: { operands: '[ARGUMENT...]' },
  gc: {},
  grep: { operands: '[ARGUMENT...]', loose: true },
  init: { operands: '[DIRECTORY]' },
  log: { operands: '[ARGUMENT...]', loose: true },
  'ls-files': { operands: '[FILE...]' },
  'ls-remote': { operands: '[REPOSITORY] [PATTERN...]' },
  merge: { operands: '[COMMIT...]' },
  'merge-base': { operands: '[COMMIT...]' },
  mv: { operands: 'SOURCE... DESTINATION' },
  pull: { operands: '[REPOSITORY] [REFSPEC...]', loose: true },
  push: { operands: '[REPOSITORY] [REFSPEC...]' },
  rebase: { operands: '[UPSTREAM] [BRANCH]' },
  reflog: { operands: '[ARGUMENT...]', loose: true },
  reset: { operands: '[ARGUMENT...]' },
  restore: { operands: '[PATH...]' },
  revert: { operands: '[COMMIT...]' },
  'rev-list': { operands: '[ARGUMENT...]', loose: true },
  'rev-parse': { operands: '[ARGUMENT...]', loose: true },
  rm: { operands: '[PATH...]' },
  shortlog: { operands: '[ARGUMENT...]', loose: true },
  show: { operands: '[ARGUMENT...]', loose: true },
  status: { operands: '[PATH...]' },
  submodule: { operands: '[ARGUMENT...]', loose: true },
  switch: { operands: '[BRANCH] [START]' },
  tag: { operands: '[TAG...]' },
}

const GIT_GROUPS: Readonly<Record<string, { of: readonly string[]; alone?: true; flags?: string }>> = {
  remote: {
    of: ['add', 'get-url', 'prune', 'remove', 'rename', 'rm', 'set-branches', 'set-head', 'set-url', 'show', 'update'],
    alone: true,
    flags: '-v,--verbose !-h,--help',
  },
  stash: {
    flags: `-p,--patch -S,--staged -k,--keep-index -q,--quiet -u,--include-untracked -a,--all -m,--message=TEXT
      --pathspec-from-file=FILE --pathspec-file-nul`,
    of: ['apply', 'branch', 'clear', 'create', 'drop', 'list', 'pop', 'push', 'show', 'store'],
    alone: true,
  },
  worktree: { of: ['add', 'list', 'lock', 'move', 'prune', 'remove', 'repair', 'unlock'] },
}

const GIT_FLAGS = `!--version !--help -C=PATH -c=SETTING --config-env=SETTING --exec-path[=PATH] --html-path --man-path
  --info-path -p,--paginate -P,--no-pager --no-replace-objects --bare --git-dir=PATH --work-tree=PATH
  --namespace=NAME --super-prefix=PATH --literal-pathspecs --glob-pathspecs --noglob-pathspecs --icase-pathspecs
  --no-optional-locks --list-cmds=GROUP`

/** Names whose help is that of another command. */
const GIT_ALIASES: Readonly<Record<string, Command>> = { stage: { aliasOf: 'add' }, 'init-db': { aliasOf: 'init' } }

async function gitGrammar(): Promise<Grammar> {
  const commands: Record<string, Command> = {}
  for (const [name, table] of Object.entries(GIT))
    commands[name] = { ...commandOf(table), flags: await gitFlags([name]) }
  for (const [name, { of, ...rest }] of Object.entries(GIT_GROUPS)) commands[name] = await gitGroup(name, of, rest)
  Object.assign(commands, GIT_ALIASES)
  const all = (await probe('git', ['--list-cmds=main,nohelpers,config']))
    .split('\n')
    .filter((name) => /^[a-z][\w-]*$/.test(name))
  const omitted = all.filter((name) => !(name in commands)).toSorted()
  const root = { flags: readFlags(GIT_FLAGS), omitted, commands }
  return grammar({ tool: 'git', source: 'git COMMAND -h' }, root, readFlags('!-h,--help'))
}

async function gitGroup(
  name: string,
  of: readonly string[],
  { flags = '', ...rest }: { alone?: true; flags?: string },
): Promise<Command> {
  const commands: Record<string, Command> = {}
  for (const inner of of) commands[inner] = await gitInner(name, inner)
  if (name === 'remote') commands.rm = { aliasOf: 'remote remove' }
  return { ...rest, flags: readFlags(flags), commands }
}

/** Commands that say nothing of their flags, and those that take git log's, are loose. */
async function gitInner(name: string, inner: string): Promise<Command> {
  const flags = await gitFlags([name, inner])
  const loose = flags.length === 0 || inner === 'show' || inner === 'list'
  return { ...commandOf({ operands: '[ARGUMENT...]' }), flags, ...(loose && { loose }) }
}

/** git negates most long flags, and says so for few. */
async function gitFlags(path: readonly string[]): Promise<Flag[]> {
  const flags = helpFlags(await probe('git', [...path, '-h']))
  return flags.map((flag) => ({ ...flag, ...(flag.names[0]?.startsWith('--') && { negatable: true }) }))
}

const OPENSSL = [
  'ca',
  'ciphers',
  'crl',
  'dgst',
  'dhparam',
  'ec',
  'ecparam',
  'enc',
  'genpkey',
  'genrsa',
  'list',
  'ocsp',
  'passwd',
  'pkcs12',
  'pkcs8',
  'pkey',
  'pkeyutl',
  'rand',
  'req',
  'rsa',
  's_client',
  's_server',
  'speed',
  'verify',
  'version',
  'x509',
]

async function opensslGrammar(): Promise<Grammar> {
  const commands: Record<string, Command> = {}
  const algorithms = (await probe('openssl', ['list', '-1', '-digest-commands', '-cipher-commands'])).split(/\s+/)
  const named = algorithms.filter((name) => name !== '').map((name) => ({ names: [`-${name}`] }))
  for (const name of OPENSSL) commands[name] = await opensslCommand(name, named)
  const all = (await probe('openssl', ['list', '-commands', '-digest-commands', '-cipher-commands'])).split(/\s+/)
  const omitted = [...new Set(all)].filter((name) => name !== '' && !(name in commands)).toSorted()
  const root = { omitted, commands }
  return grammar(
    {
      tool: 'openssl',
      source: 'openssl COMMAND -help',
      syntax: 'single',
      version: await versionOf('openssl', ['version']),
    },
    root,
  )
}

/** A line `-*` says that names of digests or ciphers are flags too. */
async function opensslCommand(name: string, algorithms: readonly Flag[]): Promise<Command> {
  const help = await probe('openssl', [name, '-help'])
  const numbers = name === 'rand' ? '^-\\d+$' : undefined
  return {
    ...commandOf({ operands: '[ARGUMENT...]' }),
    flags: /^ -\*/m.test(help) ? [...helpFlags(help), ...algorithms] : helpFlags(help),
    ...(numbers && { dashed: numbers }),
  }
}

const PIP: Readonly<Record<string, string>> = {
  cache: 'ACTION [ARGUMENT...]',
  check: '',
  config: 'ACTION [ARGUMENT...]',
  debug: '',
  download: '[REQUIREMENT...]',
  freeze: '',
  hash: 'FILE...',
  help: '[COMMAND]',
  index: 'ACTION [ARGUMENT...]',
  inspect: '',
  install: 'REQUIREMENT.../-r/-e/--requirement/--editable',
  list: '',
  show: 'PACKAGE...',
  uninstall: 'PACKAGE.../-r/--requirement',
  wheel: '[REQUIREMENT...]',
}

async function pipGrammar(tool: string): Promise<Grammar> {
  const commands: Record<string, Command> = {}
  for (const [name, operands] of Object.entries(PIP))
    commands[name] = { ...commandOf({ operands }), flags: helpFlags(await probe(tool, [name, '--help'])) }
  const help = await probe(tool, ['--help'])
  const omitted = [...help.matchAll(/^ {2}([a-z]+) {2,}\S/gm)]
    .map(([, name]) => name as string)
    .filter((name) => !(name in commands))
  return grammar({ tool, source: `${tool} COMMAND --help` }, { flags: helpFlags(help), omitted, commands })
}

/** Old names its help leaves out (systemd, src/systemctl/systemctl-start-unit.c and systemctl.c). */
const SYSTEMCTL_ALIASES: Readonly<Record<string, Command>> = {
  condstop: { aliasOf: 'stop' },
  condrestart: { aliasOf: 'try-restart' },
  condreload: { aliasOf: 'try-reload-or-restart' },
  'force-reload': { aliasOf: 'try-reload-or-restart' },
  'reload-or-try-restart': { aliasOf: 'try-reload-or-restart' },
  check: { aliasOf: 'is-active' },
}

async function systemctlGrammar(): Promise<Grammar> {
  const help = await probe('systemctl', ['--help'])
  const lines = [...help.matchAll(/^ {2}([a-z][a-z-]+)(?: ([^ ].*?))?(?: {2,}|$)/gm)]
  const commands = Object.fromEntries(
    lines.map(([, name = '', operands = '']) => [name, commandOf({ operands: systemdOperands(operands) })]),
  )
  return grammar(
    { tool: 'systemctl', source: 'systemctl --help' },
    { alone: true, commands: { ...commands, ...SYSTEMCTL_ALIASES } },
    await getoptFlags('systemctl'),
  )
}

/** `UNIT...`, `[PATTERN...|PID...]`, `NAME TARGET`. Some that must be given may be left out with a flag: only one is asked for. */
const systemdOperands = (text: string): string =>
  text === '' ? '' : text.startsWith('[') ? '[ARGUMENT...]' : `${/^[A-Z]+/.exec(text)?.[0] ?? 'ARGUMENT'}...`

/** Flags certbot 2.1 takes and its help leaves out (argparse.SUPPRESS in certbot/_internal/cli). */
const CERTBOT_HIDDEN = `--verbose-level=N -t,--text --preconfigured-renewal --no-hsts --no-uir --no-staple-ocsp
  --renew-hook=COMMAND --no-random-sleep-on-renew`

async function certbotGrammar(): Promise<Grammar> {
  const flags = helpFlags(await probe('certbot', ['--help', 'all']))
  const names = `certificates certonly config_changes delete enhance install plugins reconfigure register renew revoke
    rollback run show_account unregister update_account update_symlinks`
  const commands = Object.fromEntries(names.split(/\s+/).map((name) => [name, {}]))
  return grammar({ tool: 'certbot', source: 'certbot --help all' }, { alone: true, commands }, [
    ...flags,
    ...readFlags('-w=PATH').filter(({ names: [name] }) => !flags.some((flag) => flag.names.includes(name as string))),
    ...readFlags(CERTBOT_HIDDEN).map((flag) => ({ ...flag, hidden: true as const })),
  ])
}

/** Words after the first that is no flag are a command of the server. */
async function redisGrammar(): Promise<Grammar> {
  const flags = helpFlags(await probe('redis-cli', ['--help'])).filter(
    ({ names }) => !names.some((name) => /rdb|pipe|quoted-pattern/.test(name)),
  )
  const more = readFlags(
    '--rdb=FILE --functions-rdb=FILE --pipe --pipe-timeout=SECONDS --pattern=PATTERN --quoted-pattern=PATTERN --cluster=COMMAND',
  )
  const rest = flags.filter(({ names }) => !names.includes('--cluster'))
  const root: Command = { ...commandOf({ operands: '[COMMAND...]', passthrough: true }), flags: [...rest, ...more] }
  return grammar({ tool: 'redis-cli', source: 'redis-cli --help', syntax: 'single' }, root)
}

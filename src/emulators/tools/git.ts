import { sha256 } from '../images/digest.ts'
import { joinPath } from '../images/image-files.ts'
import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { archive } from './git-archive.ts'
import { diff } from './git-diff.ts'
import { type Commit, findRepository, initRepository } from './git-repository.ts'
import { changes, type GitCall, hashOf, trees } from './git-trees.ts'

type Subcommand = (at: GitCall, args: readonly string[]) => Output | Promise<Output>

const NOT_A_REPOSITORY = 'fatal: not a git repository (or any of the parent directories): .git\n'

/** A small git: one line of commits, tags, status and what derives from them. */
export const git: Emulator = async (call) => {
  const [directory, words] = atDirectory(call)
  const [name = '', ...args] = words
  if (name === '--version' || name === 'version') return succeed('git version 2.39.5\n')
  if (name === 'init') return init(call, directory, args)
  const run = SUBCOMMANDS[name]
  if (!run && !REAL.includes(name)) return fail(`git: '${name}' is not a git command. See 'git --help'.\n`)
  if (!run) throw new NotModelled(`git ${name}`)
  const repository = findRepository(call.world, directory)
  if (!repository) return fail(NOT_A_REPOSITORY, 128)
  return run({ call, repository }, args)
}

const REAL =
  'clone pull push fetch checkout switch merge rebase reset restore stash remote show revert cherry-pick submodule blame bisect rm mv clean worktree ls-files ls-remote grep apply am gc reflog shortlog help'.split(
    ' ',
  )

function atDirectory({ args, cwd }: EmulatedCall): [string, readonly string[]] {
  return args[0] === '-C' ? [joinPath(cwd, args[1] ?? '.'), args.slice(2)] : [cwd, args]
}

async function init(call: EmulatedCall, from: string, args: readonly string[]): Promise<Output> {
  const directory = joinPath(from, args.find((arg) => !arg.startsWith('-')) ?? '.')
  const isQuiet = args.some((arg) => /^(-q|--quiet)$/.test(arg))
  const branch = args.map((arg) => /^--initial-branch=(.+)$/.exec(arg)?.[1]).find(Boolean) ?? 'main'
  if (args.some((arg) => /^-/.test(arg) && !/^(-q|--quiet|--initial-branch=.+)$/.test(arg)))
    throw new NotModelled(`git init ${args.join(' ')}`)
  const say = (text: string) => succeed(isQuiet ? '' : `${text} Git repository in ${directory}/.git/\n`)
  if (findRepository(call.world, directory)?.directory === directory) return say('Reinitialized existing')
  initRepository(call.world, directory, branch)
  await call.files.write(`${directory}/.git/HEAD`, `ref: refs/heads/${branch}\n`)
  call.effect({ verb: 'create', kind: 'git.repository', name: directory })
  return say('Initialized empty')
}

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  'rev-parse': revParse,
  config,
  log,
  status,
  add,
  commit,
  tag,
  describe,
  diff,
  archive,
  branch: ({ repository }, args) => {
    if (args.join(' ') === '--show-current') return succeed(`${repository.branch}\n`)
    if (args.length > 0) throw new NotModelled(`git branch ${args.join(' ')}`)
    return succeed(
      [...repository.branches].map((name) => `${name === repository.branch ? '*' : ' '} ${name}\n`).join(''),
    )
  },
}

const UNKNOWN_HEAD = "fatal: ambiguous argument 'HEAD': unknown revision or path not in the working tree.\n"

function revParse({ repository }: GitCall, args: readonly string[]): Output {
  const text = args.join(' ')
  if (text === '--show-toplevel') return succeed(`${repository.directory}\n`)
  if (text === '--is-inside-work-tree') return succeed('true\n')
  if (text === '--abbrev-ref HEAD') return succeed(`${repository.branch}\n`)
  const [, short, length = '7', verify, quiet, name = ''] =
    /^(--short(?:=(\d+))? )?(--verify )?(--quiet )?([^-\s]\S*)$/.exec(text) ?? []
  if (name === '') throw new NotModelled(`git rev-parse ${text}`)
  const hash = hashOf(repository, name.replace(/\^\{commit\}$/, ''))
  if (hash === undefined && verify !== undefined && quiet !== undefined) return fail('')
  if (hash === undefined && verify !== undefined) return fail('fatal: Needed a single revision\n', 128)
  if (hash === undefined) return fail(UNKNOWN_HEAD.replace("'HEAD'", `'${name}'`), 128)
  return succeed(`${short === undefined ? hash : hash.slice(0, Number(length))}\n`)
}

/** Settings of the repository: one is set, or shown. */
function config({ repository }: GitCall, args: readonly string[]): Output {
  const [name = '', value, ...more] = args
  if (more.length > 0 || !/^[a-z][\w-]*\.[\w.-]+$/i.test(name)) throw new NotModelled(`git config ${args.join(' ')}`)
  if (value !== undefined) repository.settings.set(name, value)
  const known = repository.settings.get(name)
  return value !== undefined ? succeed() : known === undefined ? fail('') : succeed(`${known}\n`)
}

function log({ repository }: GitCall, args: readonly string[]): Output {
  const text = args.join(' ')
  const count = /(?:^|\s)(?:-n ?|-|--max-count=)(\d+)/.exec(text)?.[1]
  const format = args.find((arg) => /^--(?:pretty=)?(?:format[=:]|format=)/.test(arg))
  const rest = args.filter(
    (arg, at) =>
      !/^(-n\d*|-\d+|--max-count=\d+|--oneline|--no-decorate|--(pretty|format)=.*)$/.test(arg) && args[at - 1] !== '-n',
  )
  if (rest.length > 0) throw new NotModelled(`git log ${text}`)
  if (repository.commits.length === 0)
    return fail(`fatal: your current branch '${repository.branch}' does not have any commits yet\n`, 128)
  const shown = [...repository.commits].reverse().slice(0, count === undefined ? undefined : Number(count))
  if (args.includes('--oneline'))
    return succeed(shown.map((one) => `${one.hash.slice(0, 7)} ${subject(one)}\n`).join(''))
  if (format !== undefined)
    return succeed(
      `${shown.map((one) => formatted(one, format.replace(/^--(pretty=)?format[=:](format:)?/, ''))).join('\n')}\n`,
    )
  return succeed(shown.map(fullCommit).join('\n'))
}

const subject = ({ message }: Commit): string => message.split('\n')[0] ?? ''

function formatted(commit: Commit, format: string): string {
  const values: Readonly<Record<string, string>> = {
    '%H': commit.hash,
    '%h': commit.hash.slice(0, 7),
    '%s': subject(commit),
    '%n': '\n',
  }
  return format.replace(/%[a-zA-Z]{1,2}/g, (token) => {
    const value = values[token]
    if (value === undefined) throw new NotModelled(`git log --format=${token}`)
    return value
  })
}

const fullCommit = (commit: Commit): string =>
  `commit ${commit.hash}\nAuthor: Operator <operator@example.com>\nDate:   ${new Date(commit.at).toUTCString()}\n\n    ${commit.message}\n`

async function status(at: GitCall, args: readonly string[]): Promise<Output> {
  const { head, index, work } = await trees(at)
  const staged = changes(head, index)
  const unstaged = changes(index, work)
  const untracked = unstaged.filter(([mark]) => mark === 'A').map(([, path]) => path)
  const modified = unstaged.filter(([mark]) => mark !== 'A')
  if (args.some((arg) => /^(-s|--short|--porcelain)$/.test(arg))) {
    const marks = new Map<string, string>()
    for (const [mark, path] of staged) marks.set(path, `${mark} `)
    for (const [mark, path] of modified) marks.set(path, `${marks.get(path)?.[0] ?? ' '}${mark}`)
    const lines = [...marks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, mark]) => `${mark} ${path}\n`)
    return succeed(`${lines.join('')}${untracked.map((path) => `?? ${path}\n`).join('')}`)
  }
  if (args.length > 0) throw new NotModelled(`git status ${args.join(' ')}`)
  const words: Readonly<Record<string, string>> = { A: 'new file:   ', M: 'modified:   ', D: 'deleted:    ' }
  const list = (title: string, lines: readonly string[]): string =>
    lines.length > 0 ? `\n${title}:\n${lines.map((line) => `\t${line}\n`).join('')}` : ''
  const body =
    list(
      'Changes to be committed',
      staged.map(([mark, path]) => `${words[mark]}${path}`),
    ) +
    list(
      'Changes not staged for commit',
      modified.map(([mark, path]) => `${words[mark]}${path}`),
    ) +
    list('Untracked files', untracked)
  return succeed(`On branch ${at.repository.branch}\n${body === '' ? 'nothing to commit, working tree clean\n' : body}`)
}

async function add(at: GitCall, args: readonly string[]): Promise<Output> {
  const { index, work } = await trees(at)
  const paths = args.filter((arg) => !/^(-A|--all|--)$/.test(arg))
  const all = args.length > paths.length && paths.length === 0
  const next: Record<string, string> = { ...index }
  for (const path of all ? ['.'] : paths) {
    const relative = joinPath(at.call.cwd, path).slice(at.repository.directory.length + 1)
    const isIn = (file: string): boolean => relative === '' || file === relative || file.startsWith(`${relative}/`)
    if (![...Object.keys(index), ...Object.keys(work)].some(isIn))
      return fail(`fatal: pathspec '${path}' did not match any files\n`, 128)
    for (const file of Object.keys(next)) if (isIn(file) && work[file] === undefined) delete next[file]
    for (const [file, text] of Object.entries(work)) if (isIn(file)) next[file] = text
  }
  at.repository.index = next
  return succeed()
}

async function commit(at: GitCall, args: readonly string[]): Promise<Output> {
  const { repository, call } = at
  const words = args.filter((arg) => !/^(-q|--quiet|-a|--all|--allow-empty)$/.test(arg))
  const flag = words[0] ?? ''
  const message =
    flag === '-am' || flag === '-m' || flag === '--message' ? words[1] : /^--message=(.*)$/s.exec(flag)?.[1]
  if (message === undefined) throw new NotModelled('git commit without -m opens an editor')
  if (flag === '-am' || args.some((arg) => /^(-a|--all)$/.test(arg))) await stageTracked(at)
  const { head, index } = await trees(at)
  const changed = changes(head, index)
  if (changed.length === 0 && !args.includes('--allow-empty')) return { ...(await status(at, [])), exitCode: 1 }
  const hash = sha256(`${repository.commits.at(-1)?.hash ?? ''}${JSON.stringify(index)}${message}`).slice(0, 40)
  const root = repository.commits.length === 0 ? ' (root-commit)' : ''
  repository.commits.push({ hash, message, at: call.world.clock.now(), tree: index })
  call.effect({ verb: 'create', kind: 'git.commit', name: hash.slice(0, 7) })
  if (args.some((arg) => /^(-q|--quiet)$/.test(arg))) return succeed()
  return succeed(
    `[${repository.branch}${root} ${hash.slice(0, 7)}] ${message.split('\n')[0]}\n ${changed.length} file${changed.length === 1 ? '' : 's'} changed\n`,
  )
}

async function stageTracked(at: GitCall): Promise<void> {
  const { index, work } = await trees(at)
  const kept = Object.keys(index).flatMap((path): [string, string][] =>
    work[path] === undefined ? [] : [[path, work[path]]],
  )
  at.repository.index = Object.fromEntries(kept)
}

function tag({ repository, call }: GitCall, args: readonly string[]): Output {
  const words = args.filter((arg) => !/^(-a|-l|--list|-f|--force)$/.test(arg))
  const isForced = args.some((arg) => /^(-f|--force)$/.test(arg))
  const at = words.indexOf('-m')
  if (at >= 0) words.splice(at, 2)
  const [name, ...more] = words
  if (name === undefined)
    return succeed(
      [...repository.tags.keys()]
        .sort()
        .map((one) => `${one}\n`)
        .join(''),
    )
  const head = repository.commits.at(-1)
  if (name.startsWith('-') || more.length > 0) throw new NotModelled(`git tag ${args.join(' ')}`)
  if (!head) return fail("fatal: Failed to resolve 'HEAD' as a valid ref.\n", 128)
  const isThere = repository.tags.has(name)
  if (isThere && !isForced) return fail(`fatal: tag '${name}' already exists\n`, 128)
  repository.tags.set(name, head.hash)
  call.effect({ verb: isThere ? 'update' : 'create', kind: 'git.tag', name })
  return succeed()
}

function describe({ repository }: GitCall, args: readonly string[]): Output {
  if (args.some((arg) => !/^--(tags|always|abbrev=0)$/.test(arg)))
    throw new NotModelled(`git describe ${args.join(' ')}`)
  const hashes = repository.commits.map(({ hash }) => hash)
  const head = hashes.at(-1) ?? ''
  const nearest = [...repository.tags].sort(([, a], [, b]) => hashes.indexOf(b) - hashes.indexOf(a))[0]
  if (!nearest)
    return args.includes('--always')
      ? succeed(`${head.slice(0, 7)}\n`)
      : fail('fatal: No names found, cannot describe anything.\n', 128)
  const ahead = args.includes('--abbrev=0') ? 0 : hashes.length - 1 - hashes.indexOf(nearest[1])
  return succeed(`${nearest[0]}${ahead === 0 ? '' : `-${ahead}-g${head.slice(0, 7)}`}\n`)
}

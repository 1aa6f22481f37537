import { sha256 } from '../images/digest.ts'
import type { Files } from '../model.ts'
import { LAPTOP, type World } from '../world.ts'

type Tree = Readonly<Record<string, string>>

export interface Commit {
  hash: string
  message: string
  at: number
  /** Undefined when what it holds was never told: its hash is known, its files are not. */
  tree: Tree | undefined
}

export interface Repository {
  directory: string
  branch: string
  branches: Set<string>
  commits: Commit[]
  index: Tree | undefined
  tags: Map<string, string>
  settings: Map<string, string>
}

const WORLDS = new WeakMap<World, Map<string, Repository>>()

const repositories = (world: World): Map<string, Repository> => {
  const isGiven = world.seed.setup === undefined && world.host.name === LAPTOP
  const known = WORLDS.get(world) ?? new Map<string, Repository>(isGiven ? [seedRepository(world)] : [])
  WORLDS.set(world, known)
  return known
}

/** The run's directory is a repository with one commit, unless the seed's setup makes its own. */
function seedRepository(world: World): [string, Repository] {
  const { user, directory, system } = world.seed
  const path = `/home/${user}/${directory}`.replace(/\/+$/, '')
  const commit = {
    hash: sha256(`commit ${system}`).slice(0, 40),
    message: 'Initial commit',
    at: 1_748_736_000_000,
    tree: undefined,
  }
  return [
    path,
    {
      directory: path,
      branch: 'main',
      branches: new Set(['main']),
      commits: [commit],
      index: undefined,
      tags: new Map(),
      settings: new Map(),
    },
  ]
}

/** Tells what the seed's first commit holds: the files as they are now. EmulatedCall it once, before the run. */
export async function beginRepository(world: World, files: Files): Promise<void> {
  for (const repository of repositories(world).values()) {
    const tree = await workingTree(repository, files)
    const [first] = repository.commits
    if (first) first.tree = tree
    repository.index = tree
  }
}

/** The repository a directory is in. */
export function findRepository(world: World, directory: string): Repository | undefined {
  return [...repositories(world).values()].find((one) => `${directory}/`.startsWith(`${one.directory}/`))
}

/** A new empty repository on a branch. */
export function initRepository(world: World, directory: string, branch: string): Repository {
  const repository: Repository = {
    directory,
    branch,
    branches: new Set([branch]),
    commits: [],
    index: {},
    tags: new Map(),
    settings: new Map(),
  }
  repositories(world).set(directory, repository)
  return repository
}

/** The files git would see: those not under `.git` and not ignored by the `.gitignore` at the top. */
export async function workingTree(repository: Repository, files: Files): Promise<Tree> {
  const ignore = `${repository.directory}/.gitignore`
  const isIgnored = gitignore((await files.exists(ignore)) ? await files.read(ignore) : '')
  const tree: Record<string, string> = {}
  for (const path of await files.list(repository.directory)) {
    const relative = path.slice(repository.directory.length + 1)
    if (!relative.startsWith('.git/') && !isIgnored(relative)) tree[relative] = await files.read(path)
  }
  return tree
}

/** `.gitignore` lines: a name without a slash matches at any depth. */
function gitignore(text: string): (path: string) => boolean {
  const rules = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return (path) =>
    rules.reduce((ignored, line) => {
      const isNegated = line.startsWith('!')
      return ignoreRegex(line.replace(/^!/, '').trim()).test(path) ? !isNegated : ignored
    }, false)
}

function ignoreRegex(rule: string): RegExp {
  const body = rule.replace(/^\//, '').replace(/\/$/, '')
  const anchored = rule.replace(/\/$/, '').includes('/')
  const source = body
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**', '\u0000')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0000', '.*')
    .replaceAll('?', '[^/]')
  return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${source}(?:/.*)?$`)
}

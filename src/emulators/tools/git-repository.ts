import { type GitignoreFile, readGitignores } from '#formats/gitignore/read.ts'
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

/** The files git would see: those not under `.git` and not ignored by a `.gitignore` of the work tree. */
export async function workingTree(repository: Repository, files: Files): Promise<Tree> {
  const root = repository.directory.length + 1
  const paths = (await files.list(repository.directory))
    .map((path) => path.slice(root))
    .filter((path) => !path.startsWith('.git/'))
  const isIgnored = readGitignores(await gitignoresAt(repository.directory, paths, files))
  const tree: Record<string, string> = {}
  for (const path of paths) if (!isIgnored(path)) tree[path] = await files.read(`${repository.directory}/${path}`)
  return tree
}

async function gitignoresAt(directory: string, paths: readonly string[], files: Files): Promise<GitignoreFile[]> {
  const found = paths.filter((path) => /(^|\/)\.gitignore$/.test(path))
  return Promise.all(
    found.map(async (path) => ({
      folder: path.replace(/\/?\.gitignore$/, ''),
      text: await files.read(`${directory}/${path}`),
    })),
  )
}

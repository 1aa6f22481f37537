import { type EmulatedCall, NotModelled } from '../model.ts'
import { type Repository, workingTree } from './git-repository.ts'

/** One call of git inside a repository. */
export interface GitCall {
  call: EmulatedCall
  repository: Repository
}

export type Tree = Readonly<Record<string, string>>

/** Trees of HEAD, index and working directory; not known for a seed whose first commit was never told. */
export async function trees({ call, repository }: GitCall) {
  const last = repository.commits.at(-1)
  const head = last ? last.tree : {}
  if (head === undefined || repository.index === undefined) throw unknownFirst()
  return { head, index: repository.index, work: await workingTree(repository, call.files) }
}

const unknownFirst = () => new NotModelled('git: what the first commit of this repository holds')

/** Paths that differ between two trees, sorted, with the letter git marks each with. */
export const changes = (from: Tree, to: Tree): [mark: string, path: string][] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].sort().flatMap((path): [string, string][] => {
    if (from[path] === to[path]) return []
    return [[from[path] === undefined ? 'A' : to[path] === undefined ? 'D' : 'M', path]]
  })

/** Hash of the commit a name stands for: HEAD, the branch, a tag, or the beginning of a hash. */
export function hashOf({ commits, tags, branch }: Repository, name: string): string | undefined {
  if (name === 'HEAD' || name === branch) return commits.at(-1)?.hash
  const named = tags.get(name.replace(/^refs\/tags\//, ''))
  if (named !== undefined || !/^[0-9a-f]{4,40}$/.test(name)) return named
  return commits.find(({ hash }) => hash.startsWith(name))?.hash
}

/** What the commit of a name holds, or undefined when there is no such commit. */
export function treeOf(repository: Repository, name: string): Tree | undefined {
  const hash = hashOf(repository, name)
  const commit = hash === undefined ? undefined : repository.commits.find((one) => one.hash === hash)
  if (commit && commit.tree === undefined) throw unknownFirst()
  return commit?.tree
}

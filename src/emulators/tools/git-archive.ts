import { joinPath } from '../images/image-files.ts'
import { fail, NotModelled, type Output, succeed } from '../model.ts'
import { type GitCall, hashOf, treeOf } from './git-trees.ts'

/** `git archive [--format=tar] TREE [PATH…]`: a tar of what a commit holds below the working directory. */
export function archive({ call, repository }: GitCall, args: readonly string[]): Output {
  const words = args.filter((arg) => arg !== '--format=tar' && arg !== '--')
  const [name, ...paths] = words
  if (name === undefined || words.some((word) => word.startsWith('-')))
    throw new NotModelled(`git archive ${args.join(' ')}`)
  const tree = treeOf(repository, name)
  const at = repository.commits.find(({ hash }) => hash === hashOf(repository, name))?.at ?? 0
  if (!tree) return fail(`fatal: not a valid object name: ${name}\n`, 128)
  const below = `${call.cwd}/`.slice(repository.directory.length + 1)
  const all = Object.keys(tree).filter((path) => path.startsWith(below))
  const wanted = paths.map((path) => joinPath('/', path).slice(1))
  const missing = wanted.findIndex((path) => !all.some((one) => isIn(one.slice(below.length), path)))
  if (missing >= 0) return fail(`fatal: pathspec '${paths[missing]}' did not match any files\n`, 128)
  const shown = all.filter((path) => wanted.length === 0 || wanted.some((one) => isIn(path.slice(below.length), one)))
  const entries = shown.map((path) => entry(path.slice(below.length), tree[path] ?? '', at))
  return succeed(`${entries.join('')}${'\0'.repeat(2 * BLOCK)}`)
}

const isIn = (path: string, directory: string): boolean =>
  directory === '' || path === directory || path.startsWith(`${directory}/`)

const BLOCK = 512

/** A file as tar has it (tar(5), POSIX ustar archives), of root as git writes it. */
function entry(path: string, text: string, at: number): string {
  if (path.length > 100) throw new NotModelled('git archive of a path longer than 100 characters')
  const size = new TextEncoder().encode(text).length
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`
  const field = (value: string, width: number) => value.padEnd(width, '\0')
  const before = `${field(path, 100)}${octal(0o664, 8)}${octal(0, 8)}${octal(0, 8)}${octal(size, 12)}${octal(Math.floor(at / 1000), 12)}`
  const after = `0${field('', 100)}ustar\0${'00'}${field('root', 32)}${field('root', 32)}${octal(0, 8)}${octal(0, 8)}${field('', 155)}`
  const sum = [...`${before}        ${after}`].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0)
  const header = `${before}${sum.toString(8).padStart(6, '0')}\0 ${after}`
  return `${field(header, BLOCK)}${text}${'\0'.repeat((BLOCK - (size % BLOCK)) % BLOCK)}`
}

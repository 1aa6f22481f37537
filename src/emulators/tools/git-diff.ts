import { fail, NotModelled, type Output, succeed } from '../model.ts'
import { changes, type GitCall, type Tree, treeOf, trees } from './git-trees.ts'

/** `git diff`: which files differ. The text of the difference is not modelled. */
export async function diff(at: GitCall, args: readonly string[]): Promise<Output> {
  const sides = await sidesOf(
    at,
    args.filter((arg) => !arg.startsWith('-')),
  )
  if ('exitCode' in sides) return sides
  const changed = changes(sides.from, sides.to).filter(([mark]) => !sides.isWorking || mark !== 'A')
  const options = args.filter((arg) => arg.startsWith('-')).join(' ')
  if (options === '--quiet' || options === '--exit-code --quiet') return changed.length > 0 ? fail('') : succeed()
  if (options === '--name-only') return succeed(changed.map(([, path]) => `${path}\n`).join(''))
  if (options === '--name-status') return succeed(changed.map(([mark, path]) => `${mark}\t${path}\n`).join(''))
  if (changed.length === 0 && (options === '' || options === '--stat')) return succeed()
  throw new NotModelled(`git diff ${args.join(' ')}`)
}

interface Sides {
  from: Tree
  to: Tree
  /** Against the working directory, where a new file that nobody added is no difference. */
  isWorking: boolean
}

async function sidesOf(at: GitCall, operands: readonly string[]): Promise<Sides | Output> {
  const { index, work } = await trees(at)
  if (operands.length === 0) return { from: index, to: work, isWorking: true }
  const names = operands.length === 1 ? (operands[0] ?? '').split(/\.\.(?!\.)/) : operands
  const found = names.map((name) => treeOf(at.repository, name === '' ? 'HEAD' : name))
  const unknown = names[found.indexOf(undefined)]
  if (unknown !== undefined)
    return fail(`fatal: ambiguous argument '${unknown}': unknown revision or path not in the working tree.\n`, 128)
  const [from = {}, to, ...more] = found
  if (more.length > 0) throw new NotModelled(`git diff ${operands.join(' ')}`)
  return to ? { from, to, isWorking: false } : { from, to: tracked(work, index), isWorking: false }
}

const tracked = (work: Tree, index: Tree): Tree =>
  Object.fromEntries(Object.entries(work).filter(([path]) => index[path] !== undefined))

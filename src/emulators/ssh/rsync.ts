import { splitWords } from '../images/build/words.ts'
import { type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { baseName, copyFile, isPlace, type Place, parentOf, placeOf } from './copy-path.ts'
import { readSshLine } from './options.ts'

interface RsyncLine {
  operands: string[]
  excludes: string[]
  ssh: ReadonlyMap<string, string>
  isDeep: boolean
  deletes: boolean
}

/** `rsync -a [-z] [--exclude=…] [--delete] [-e 'ssh …'] source… target`, one side of it perhaps on another machine. */
export const rsync: Emulator = async (call) => {
  const line = readLine(call.args)
  const [target, ...sources] = [...line.operands].reverse()
  if (target === undefined || sources.length === 0) throw new NotModelled('the usage text of rsync')
  const to = await placeOf(call, target, line.ssh)
  if (!isPlace(to)) return unreached(to)
  for (const operand of sources.reverse()) {
    const from = await placeOf(call, operand, line.ssh)
    if (!isPlace(from)) return unreached(from)
    const output = await copy(from, to, { ...line, isOne: sources.length === 1 })
    if (output.exitCode !== 0) return output
  }
  return succeed()
}

const unreached = ({ stderr }: Output): Output =>
  fail(
    `${stderr}rsync: connection unexpectedly closed (0 bytes received so far) [sender]\nrsync error: unexplained error (code 255) at io.c(231) [sender=3.2.7]\n`,
    255,
  )

function readLine(args: readonly string[]): RsyncLine {
  const line: RsyncLine = { operands: [], excludes: [], ssh: new Map(), isDeep: false, deletes: false }
  const queue = [...args]
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? []
    if (name === '--exclude') line.excludes.push(inline ?? queue.shift() ?? '')
    else if (name === '-e' || name === '--rsh') line.ssh = sshOptions(inline ?? queue.shift() ?? '')
    else if (name === '--delete') line.deletes = true
    else if (/^(-[arzqpt]+|--(archive|recursive|compress|quiet|times|perms))$/.test(word))
      line.isDeep ||= /^-[^-]*[ar]|archive|recursive/.test(word)
    else if (word.startsWith('-')) throw new NotModelled(`rsync ${word}`)
    else line.operands.push(word)
  }
  return line
}

function sshOptions(command: string): ReadonlyMap<string, string> {
  const [program, ...args] = splitWords(command, {})
  const { options, operands } = readSshLine(args)
  if (program !== 'ssh' || operands.length > 0) throw new NotModelled(`rsync -e '${command}'`)
  return options
}

async function copy(from: Place, to: Place, how: RsyncLine & { isOne: boolean }): Promise<Output> {
  if (!(await from.files.exists(from.path))) return missing(from.path)
  const isTree = await from.files.isDirectory(from.path)
  if (isTree && !how.isDeep) return succeed(`skipping directory ${baseName(from.path)}\n`)
  const isInto = to.isSlashed || !how.isOne || isTree || (await to.files.isDirectory(to.path))
  if (!(await to.files.isDirectory(parentOf(to.path)))) return noDirectory(to.path)
  const base = isInto && !(isTree && from.isSlashed) ? `${to.path}/${baseName(from.path)}` : to.path
  const paths = isTree ? await from.files.list(from.path) : [from.path]
  const wanted = paths.filter((path) => !isExcluded(path.slice(from.path.length + 1), how.excludes))
  for (const path of wanted)
    await copyFile({ files: from.files, path }, { files: to.files, path: base + path.slice(from.path.length) })
  if (how.deletes && isTree)
    await removeOthers(to, {
      base,
      kept: wanted.map((path) => base + path.slice(from.path.length)),
      excludes: how.excludes,
    })
  return succeed()
}

/** What is excluded is not deleted either. */
async function removeOthers(
  to: Place,
  { base, kept, excludes }: { base: string; kept: readonly string[]; excludes: readonly string[] },
): Promise<void> {
  const others = (await to.files.list(base)).filter((path) => !kept.includes(path))
  for (const path of others) if (!isExcluded(path.slice(base.length + 1), excludes)) await to.files.remove(path)
}

/** A pattern without a slash is the name of a file or directory at any depth; one that begins with it, a path from the top. */
function isExcluded(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    if (/[?[]|\*\*/.test(pattern) || /.\/./.test(pattern.replace(/^\//, '')))
      throw new NotModelled(`rsync --exclude=${pattern}`)
    const name = pattern
      .replace(/^\/|\/$/g, '')
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
    return new RegExp(`${pattern.startsWith('/') ? '^' : '(^|/)'}${name}(/|$)`).test(path)
  })
}

const missing = (path: string): Output =>
  fail(
    `rsync: [sender] link_stat "${path}" failed: No such file or directory (2)\nrsync error: some files/attrs were not transferred (see previous errors) (code 23) at main.c(1338) [sender=3.2.7]\n`,
    23,
  )

const noDirectory = (path: string): Output =>
  fail(
    `rsync: [Receiver] mkdir "${path}" failed: No such file or directory (2)\nrsync error: error in file IO (code 11) at main.c(791) [Receiver=3.2.7]\n`,
    11,
  )

import { type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { baseName, copyFile, isPlace, type Place, parentOf, placeOf } from './copy-path.ts'
import { readSshLine } from './options.ts'

/** `scp [-r] [options] source… target`, one side of it on another machine. */
export const scp: Emulator = async (call) => {
  const { options, operands } = readSshLine(call.args)
  const ssh = new Map([...options].map(([name, value]) => [name === '-P' ? '-p' : name, value]))
  if (!options.has('-P')) ssh.delete('-p')
  if (operands.length < 2) throw new NotModelled('the usage text of scp')
  const target = await placeOf(call, operands.at(-1) ?? '', ssh)
  if (!isPlace(target)) return { ...target, exitCode: 255, stderr: `${target.stderr}scp: Connection closed\r\n` }
  for (const operand of operands.slice(0, -1)) {
    const source = await placeOf(call, operand, ssh)
    if (!isPlace(source)) return { ...source, exitCode: 255, stderr: `${source.stderr}scp: Connection closed\r\n` }
    const output = await copy(source, target, { name: operand.replace(/^[^/:]+:/, ''), isDeep: options.has('-r') })
    if (output.exitCode !== 0) return output
  }
  return succeed()
}

async function copy(
  source: Place,
  target: Place,
  { name, isDeep }: { name: string; isDeep: boolean },
): Promise<Output> {
  const isDirectory = await target.files.isDirectory(target.path)
  const into = isDirectory ? `${target.path}/${baseName(source.path)}` : target.path
  if (!(await source.files.exists(source.path))) return fail(`scp: ${name}: No such file or directory\n`)
  const isTree = await source.files.isDirectory(source.path)
  if (isTree && !isDeep) return fail(`scp: ${name}: not a regular file\n`)
  if ((target.isSlashed && !isDirectory) || !(await target.files.isDirectory(parentOf(into))))
    return fail(`scp: dest open "${target.path}": No such file or directory\n`)
  const paths = isTree ? await source.files.list(source.path) : [source.path]
  for (const path of paths)
    await copyFile({ files: source.files, path }, { files: target.files, path: into + path.slice(source.path.length) })
  return succeed()
}

import { joinPath } from '../images/image-files.ts'
import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { readAccounts, readGroups } from './accounts/accounts.ts'
import { isRefused, readOptions } from './options.ts'
import type { Owner } from './owners.ts'
import { serverOf } from './server.ts'
import type { Server } from './state.ts'

/** `chown [-R] USER[:GROUP] FILE…`. */
export const chown: Emulator = (call) => changeOwners(call, 'chown')

/** `chgrp [-R] GROUP FILE…`. */
export const chgrp: Emulator = (call) => changeOwners(call, 'chgrp')

async function changeOwners(call: EmulatedCall, tool: 'chown' | 'chgrp'): Promise<Output> {
  const server = serverOf(call, tool)
  const options = await readOptions(tool, call.args, { modelled: 'recursive no-dereference' })
  if (isRefused(options)) return options
  const [word, ...paths] = options.operands
  if (word === undefined) return fail(`${tool}: missing operand\nTry '${tool} --help' for more information.\n`)
  if (paths.length === 0)
    return fail(`${tool}: missing operand after ‘${word}’\nTry '${tool} --help' for more information.\n`)
  const owner = await ownerOf(server, tool === 'chown' ? word : `:${word}`)
  if (owner === 'user') return fail(`${tool}: invalid user: ‘${word}’\n`)
  if (owner === 'group') return fail(`${tool}: invalid group: ‘${word}’\n`)
  const output = succeed()
  for (const path of paths) {
    const problem = await give(server, {
      path,
      absolute: joinPath(call.cwd, path),
      owner,
      tool,
      isDeep: options.has('recursive'),
    })
    output.stderr += problem
    if (problem !== '') output.exitCode = 1
  }
  return output
}

/** `USER`, `USER:GROUP`, `USER:` (his own group) or `:GROUP`; or what of it is not there. */
async function ownerOf({ files }: Server, word: string): Promise<Partial<Owner> | 'user' | 'group'> {
  const [user = '', group] = word.split(/[:.](.*)/s)
  const [accounts, groups] = await Promise.all([readAccounts(files), readGroups(files)])
  const account = accounts.find(({ name, uid }) => name === user || String(uid) === user)
  if (user !== '' && !account && !/^\d+$/.test(user)) return 'user'
  const own = groups.find(({ gid }) => gid === account?.gid)
  const found = group === '' ? own : groups.find(({ name, gid }) => name === group || String(gid) === group)
  if (group !== undefined && !found && !/^\d+$/.test(group)) return 'group'
  return {
    ...(user !== '' && { user: account?.name ?? user }),
    ...(group !== undefined && { group: found?.name ?? group }),
  }
}

interface Giving {
  path: string
  absolute: string
  owner: Partial<Owner>
  tool: string
  isDeep: boolean
}

async function give({ files }: Server, { path, absolute, owner, tool, isDeep }: Giving): Promise<string> {
  if (!(await files.exists(absolute))) return `${tool}: cannot access '${path}': No such file or directory\n`
  const below = isDeep ? await treeOf(files, absolute) : []
  try {
    for (const one of [absolute, ...below]) files.setOwner(one, owner)
    return ''
  } catch {
    return `${tool}: changing ${tool === 'chgrp' ? 'group' : 'ownership'} of '${path}': Operation not permitted\n`
  }
}

async function treeOf(files: Server['files'], directory: string): Promise<string[]> {
  if (!(await files.isDirectory(directory))) return []
  const paths = (await files.names(directory)).map((name) => `${directory}/${name}`)
  return [...paths, ...(await Promise.all(paths.map((path) => treeOf(files, path)))).flat()]
}

/** `install`: directories with `-d`, or files, with mode and owner. */
export const install: Emulator = async (call) => {
  const server = serverOf(call, 'install')
  const options = await readOptions('install', call.args, {
    modelled: 'directory mode owner group target-directory no-target-directory verbose D',
  })
  if (isRefused(options)) return options
  const mode = options.value('mode') ?? '755'
  if (!/^0?[0-7]{3,4}$/.test(mode)) throw new NotModelled(`install --mode=${mode}`)
  const owner = await wantedOwner(server, options.value('owner'), options.value('group'))
  if (typeof owner === 'string') return fail(owner)
  const how = { mode: Number.parseInt(mode, 8), owner }
  if (options.has('directory'))
    return eachPath(options.operands, (path) => makeDirectory(server, joinPath(call.cwd, path), { ...how, path }))
  const target = options.value('target-directory') ?? options.operands.at(-1) ?? ''
  const sources = options.has('target-directory') ? options.operands : options.operands.slice(0, -1)
  if (sources.length === 0)
    return fail(
      `install: missing destination file operand after '${target}'\nTry 'install --help' for more information.\n`,
    )
  const isInto =
    !options.has('no-target-directory') &&
    (options.has('target-directory') || (await server.files.isDirectory(joinPath(call.cwd, target))))
  return eachPath(sources, (source) => {
    const to = isInto ? `${target.replace(/\/$/, '')}/${source.slice(source.lastIndexOf('/') + 1)}` : target
    return copyInto(call, server, { ...how, source, to, makesParents: options.has('D') })
  })
}

async function wantedOwner(
  server: Server,
  user: string | undefined,
  group: string | undefined,
): Promise<Partial<Owner> | string> {
  const owner = await ownerOf(server, `${user ?? ''}${group === undefined ? '' : `:${group}`}`)
  if (owner === 'user') return `install: invalid user: ‘${user}’\n`
  return owner === 'group' ? `install: invalid group: ‘${group}’\n` : owner
}

async function eachPath(paths: readonly string[], run: (path: string) => Promise<string>): Promise<Output> {
  const output = succeed()
  for (const path of paths) {
    const problem = await run(path)
    output.stderr += problem
    if (problem !== '') output.exitCode = 1
  }
  return output
}

interface How {
  mode: number
  owner: Partial<Owner>
}

async function makeDirectory(
  { files }: Server,
  absolute: string,
  { mode, owner, path }: How & { path: string },
): Promise<string> {
  try {
    await files.makeDirectory(absolute)
    await files.setMode(absolute, mode)
  } catch {
    return `install: cannot create directory ‘${path}’: Permission denied\n`
  }
  return given(files, absolute, { owner, path })
}

function given(
  files: Server['files'],
  absolute: string,
  { owner, path }: { owner: Partial<Owner>; path: string },
): string {
  if (Object.keys(owner).length === 0) return ''
  try {
    files.setOwner(absolute, owner)
    return ''
  } catch {
    return `install: cannot change ownership of '${path}': Operation not permitted\n`
  }
}

interface Copying extends How {
  source: string
  to: string
  makesParents: boolean
}

async function copyInto(
  call: EmulatedCall,
  { files }: Server,
  { source, to, mode, owner, makesParents }: Copying,
): Promise<string> {
  const [from, target] = [joinPath(call.cwd, source), joinPath(call.cwd, to)]
  const isStdin = source === '/dev/stdin'
  if (!isStdin && !(await files.exists(from))) return `install: cannot stat '${source}': No such file or directory\n`
  const parent = target.slice(0, target.lastIndexOf('/')) || '/'
  if (!makesParents && !(await files.isDirectory(parent)))
    return `install: cannot create regular file '${to}': No such file or directory\n`
  const content = isStdin ? call.stdin : await files.readBytes(from)
  // A file of its own takes the place of what is there.
  if (await files.exists(target)) await files.remove(target)
  await files.write(target, content)
  await files.setMode(target, mode)
  return given(files, target, { owner, path: to })
}

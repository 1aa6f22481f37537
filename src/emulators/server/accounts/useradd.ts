import { type EmulatedCall, type Emulator, fail, type Output, succeed } from '../../model.ts'
import { type CommandOptions, isRefused, readOptions } from '../options.ts'
import { isRoot, serverOf } from '../server.ts'
import { type Account, type Group, readAccounts, readGroups, writeAccounts, writeGroups } from './accounts.ts'
import { freeNumber } from './numbers.ts'

/** What the programs that change accounts say to whoever is not root. */
export const lockedOut = (name: string, file: string): Output =>
  fail(`${name}: Permission denied.\n${name}: cannot lock ${file}; try again later.\n`)

const USERADD =
  'base-dir comment create-home gid groups home-dir no-create-home no-user-group shell system uid user-group'

/** `useradd` (useradd(8), of Debian 13): an account, its group and, with `-m`, its home. */
export const useradd: Emulator = async (call) => {
  const options = await readOptions('useradd', call.args, { modelled: USERADD, status: 2 })
  if (isRefused(options)) return options
  const [name = ''] = options.operands
  if (!isRoot(call)) return lockedOut('useradd', '/etc/passwd')
  if (!/^[a-z_][a-z0-9_-]*\$?$/.test(name))
    return fail(`useradd: invalid user name '${name}': use --badname to ignore\n`, 3)
  const [accounts, groups] = await Promise.all([readAccounts(call.files), readGroups(call.files)])
  const refused = refusal(name, options, { accounts, groups })
  if (refused) return refused
  return addAccount(call, options, { name, accounts, groups })
}

interface Tables {
  accounts: readonly Account[]
  groups: readonly Group[]
}

function refusal(name: string, options: CommandOptions, { accounts, groups }: Tables): Output | undefined {
  if (accounts.some((one) => one.name === name)) return fail(`useradd: user '${name}' already exists\n`, 9)
  const given = options.value('gid')
  const wanted = [given, ...(options.value('groups')?.split(',') ?? [])].filter((one) => one !== undefined)
  const unknown = wanted.find((one) => !findGroup(groups, one))
  if (unknown !== undefined) return fail(`useradd: group '${unknown}' does not exist\n`, 6)
  const uid = options.value('uid')
  if (uid !== undefined && accounts.some((one) => one.uid === Number(uid)))
    return fail(`useradd: UID ${uid} is not unique\n`, 4)
  if (given === undefined && !options.has('no-user-group') && groups.some((one) => one.name === name))
    return fail(`useradd: group ${name} exists - if you want to add this user to that group, use -g.\n`, 9)
  return undefined
}

export const findGroup = (groups: readonly Group[], word: string): Group | undefined =>
  groups.find(({ name, gid }) => name === word || String(gid) === word)

async function addAccount(call: EmulatedCall, options: CommandOptions, at: Tables & { name: string }): Promise<Output> {
  const { name, accounts, groups } = at
  const isSystem = options.has('system')
  const uid = Number(
    options.value('uid') ??
      freeNumber(
        accounts.map((one) => one.uid),
        isSystem,
      ),
  )
  const given = options.value('gid')
  const own =
    given === undefined ? { name, gid: ownGroup(groups, uid, isSystem), members: [] } : findGroup(groups, given)
  const extra = options.value('groups')?.split(',') ?? []
  const joined = groups.map((one) =>
    extra.includes(one.name) || extra.includes(String(one.gid)) ? { ...one, members: [...one.members, name] } : one,
  )
  const home = options.value('home-dir') ?? `${options.value('base-dir') ?? '/home'}/${name}`
  const account: Account = {
    name,
    uid,
    gid: own?.gid ?? uid,
    comment: options.value('comment') ?? '',
    home,
    shell: options.value('shell') ?? '/bin/sh',
  }
  await writeAccounts(call.files, [...accounts, account])
  await writeGroups(call.files, given === undefined && own ? [...joined, own] : joined)
  if (options.has('create-home') && !options.has('no-create-home')) await makeHome(call, account, own?.name ?? name)
  return succeed('', shellNote(options, await shellProblem(call, account.shell)))
}

const shellNote = (options: CommandOptions, missing: string | undefined): string =>
  options.value('shell') !== undefined && missing !== undefined
    ? `useradd: Warning: missing or non-executable shell '${missing}'\n`
    : ''

const SHELLS = [
  '/bin/bash',
  '/usr/bin/bash',
  '/bin/sh',
  '/usr/bin/sh',
  '/bin/dash',
  '/usr/sbin/nologin',
  '/sbin/nologin',
  '/bin/false',
  '/usr/bin/false',
]

const shellProblem = async ({ files }: EmulatedCall, shell: string): Promise<string | undefined> =>
  SHELLS.includes(shell) || (await files.exists(shell)) ? undefined : shell

const ownGroup = (groups: readonly Group[], uid: number, isSystem: boolean): number => {
  const taken = groups.map(({ gid }) => gid)
  return taken.includes(uid) ? freeNumber(taken, isSystem) : uid
}

async function makeHome(call: EmulatedCall, { home, name }: Account, group: string): Promise<void> {
  const { files } = serverOf(call, 'useradd')
  if (await files.exists(home)) return
  await files.makeDirectory(home)
  await files.setMode(home, 0o700)
  for (const [path, text] of Object.entries(SKELETON)) await files.write(`${home}/${path}`, text)
  for (const path of [home, ...Object.keys(SKELETON).map((file) => `${home}/${file}`)])
    files.setOwner(path, { user: name, group })
}

/** Of /etc/skel. */
const SKELETON: Readonly<Record<string, string>> = { '.bashrc': '', '.profile': '' }

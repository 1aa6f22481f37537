import { type Emulator, fail, succeed } from '../../model.ts'
import { isRefused, readOptions } from '../options.ts'
import { isRoot, serverOf } from '../server.ts'
import { type Group, readAccounts, readGroups, writeAccounts, writeGroups } from './accounts.ts'
import { freeNumber } from './numbers.ts'
import { findGroup, lockedOut } from './useradd.ts'

/** `usermod`: groups, shell, home, lock. */
export const usermod: Emulator = async (call) => {
  const options = await readOptions('usermod', call.args, { modelled: USERMOD, status: 2 })
  if (isRefused(options)) return options
  const [name = ''] = options.operands
  const [accounts, groups] = await Promise.all([readAccounts(call.files), readGroups(call.files)])
  const account = accounts.find((one) => one.name === name)
  if (!account) return fail(`usermod: user '${name}' does not exist\n`, 6)
  const extra = options.value('groups')?.split(',')
  const unknown = [...(extra ?? []), options.value('gid')].find((one) => one !== undefined && !findGroup(groups, one))
  if (unknown !== undefined) return fail(`usermod: group '${unknown}' does not exist\n`, 6)
  if (!isRoot(call)) return lockedOut('usermod', '/etc/passwd')
  const changed = {
    ...account,
    shell: options.value('shell') ?? account.shell,
    comment: options.value('comment') ?? account.comment,
    home: options.value('home') ?? account.home,
    gid: findGroup(groups, options.value('gid') ?? '')?.gid ?? account.gid,
  }
  await writeAccounts(
    call.files,
    accounts.map((one) => (one === account ? changed : one)),
  )
  if (extra) await writeGroups(call.files, membership(groups, name, { extra, keeps: options.has('append') }))
  return succeed()
}

/** Options of it that are modelled, by their long names. Locking changes only a password, and nobody has one. */
const USERMOD = 'groups append shell comment home gid lock'

/** With `-a` it joins these groups; without, these are all it is in. */
function membership(
  groups: readonly Group[],
  user: string,
  how: { extra: readonly string[]; keeps: boolean },
): Group[] {
  return groups.map((one) => {
    const isWanted = how.extra.includes(one.name) || how.extra.includes(String(one.gid))
    const others = one.members.filter((member) => member !== user)
    const stays = how.keeps && one.members.includes(user)
    return { ...one, members: isWanted || stays ? [...others, user] : others }
  })
}

/** `groupadd [--system] [--gid N] NAME`. */
export const groupadd: Emulator = async (call) => {
  const options = await readOptions('groupadd', call.args, { modelled: 'force gid system', status: 2 })
  if (isRefused(options)) return options
  const [name = ''] = options.operands
  const groups = await readGroups(call.files)
  if (!isRoot(call)) return lockedOut('groupadd', '/etc/group')
  const isThere = groups.some((one) => one.name === name)
  if (isThere && options.has('force')) return succeed()
  if (isThere) return fail(`groupadd: group '${name}' already exists\n`, 9)
  const gid =
    options.value('gid') ??
    freeNumber(
      groups.map((one) => one.gid),
      options.has('system'),
    )
  await writeGroups(call.files, [...groups, { name, gid: Number(gid), members: [] }])
  return succeed()
}

/** `userdel [--remove] NAME`: with its own group, and with `-r` its home. */
export const userdel: Emulator = async (call) => {
  const { files } = serverOf(call, 'userdel')
  const options = await readOptions('userdel', call.args, { modelled: 'remove force', status: 2 })
  if (isRefused(options)) return options
  const [name = ''] = options.operands
  const [accounts, groups] = await Promise.all([readAccounts(files), readGroups(files)])
  const account = accounts.find((one) => one.name === name)
  if (!account) return fail(`userdel: user '${name}' does not exist\n`, 6)
  if (!isRoot(call)) return lockedOut('userdel', '/etc/passwd')
  const running = call.world.processes.find(({ user }) => user === name)
  if (running && !options.has('force'))
    return fail(`userdel: user ${name} is currently used by process ${running.pid}\n`, 8)
  await writeAccounts(
    files,
    accounts.filter((one) => one !== account),
  )
  const left = groups.filter((one) => one.name !== name || one.members.some((member) => member !== name))
  await writeGroups(
    files,
    left.map((one) => ({ ...one, members: one.members.filter((member) => member !== name) })),
  )
  if (options.has('remove')) await files.remove(account.home)
  return succeed('', options.has('remove') ? `userdel: ${name} mail spool (/var/mail/${name}) not found\n` : '')
}

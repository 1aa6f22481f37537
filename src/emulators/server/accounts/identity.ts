import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../../model.ts'
import { isRefused, readOptions } from '../options.ts'
import { serverOf } from '../server.ts'
import { groupsOf, readAccounts, readGroups } from './accounts.ts'

/** `id [-u|-g|-G] [-n] [USER]` on a server. Of oneself, the groups are those of the login. */
export async function identity(call: EmulatedCall): Promise<Output> {
  const { files } = serverOf(call, 'id')
  const options = await readOptions('id', call.args, { modelled: 'user group groups name' })
  if (isRefused(options)) return options
  const [given] = options.operands
  const [accounts, all] = await Promise.all([readAccounts(files), readGroups(files)])
  const account = accounts.find(({ name, uid }) => name === (given ?? call.world.host.user) || String(uid) === given)
  if (!account) return fail(`id: ‘${given}’: no such user\n`)
  const own = all.find(({ gid }) => gid === account.gid)?.name ?? String(account.gid)
  const names = given === undefined ? call.world.host.groups : await groupsOf(files, account.name)
  const number = (name: string): string => String(all.find((one) => one.name === name)?.gid ?? '')
  const isName = options.has('name')
  if (options.has('user')) return succeed(`${isName ? account.name : account.uid}\n`)
  if (options.has('group')) return succeed(`${isName ? own : account.gid}\n`)
  if (options.has('groups')) return succeed(`${names.map((name) => (isName ? name : number(name))).join(' ')}\n`)
  const shown = names.map((name) => `${number(name)}(${name})`).join(',')
  return succeed(`uid=${account.uid}(${account.name}) gid=${account.gid}(${own}) groups=${shown}\n`)
}

/** `whoami`. */
export const whoami: Emulator = async ({ world }) => succeed(`${world.host.user}\n`)

/** `groups [USER]`. */
export const groups: Emulator = async (call) => {
  const { files } = serverOf(call, 'groups')
  const [user] = call.args
  if (user === undefined) return succeed(`${call.world.host.groups.join(' ')}\n`)
  const names = await groupsOf(files, user)
  return names.length === 0 ? fail(`groups: ‘${user}’: no such user\n`) : succeed(`${user} : ${names.join(' ')}\n`)
}

/** `getent passwd|group [NAME…]` and `getent hosts NAME`. */
export const getent: Emulator = async (call) => {
  const { files } = serverOf(call, 'getent')
  const [database = '', ...keys] = call.args
  if (!/^(passwd|group)$/.test(database)) throw new NotModelled(`getent ${call.args.join(' ')}`)
  const lines = (await files.read(`/etc/${database}`)).split('\n').filter(Boolean)
  if (keys.length === 0) return succeed(lines.map((line) => `${line}\n`).join(''))
  const found = keys.flatMap(
    (key) => lines.find((line) => line.split(':')[0] === key || line.split(':')[2] === key) ?? [],
  )
  return {
    stdout: found.map((line) => `${line}\n`).join(''),
    stderr: '',
    exitCode: found.length === keys.length ? 0 : 2,
  }
}

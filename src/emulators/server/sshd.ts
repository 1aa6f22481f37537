import { Blocked, type Emulator, fail, NotModelled, succeed } from '../model.ts'
import { LAPTOP_ADDRESS } from '../network/hosts.ts'
import { beginProcess } from '../process/processes.ts'
import type { Login, RemoteMachine } from '../remote.ts'
import { LAPTOP_KEY } from '../ssh/laptop-key.ts'
import { groupsOf, readAccounts } from './accounts/accounts.ts'
import type { ServerFiles } from './files.ts'
import { admits } from './firewall/firewall.ts'
import { isRoot, serverOf } from './server.ts'
import type { Server, SshdSettings } from './state.ts'

const FILE = '/etc/ssh/sshd_config'

/** Keys of sshd_config(5) that pages set; of others nothing is known. */
const KEYS = new Set(
  `acceptenv addressfamily allowagentforwarding allowgroups allowtcpforwarding allowusers authenticationmethods
  authorizedkeysfile banner clientalivecountmax clientaliveinterval denygroups denyusers hostkey kbdinteractiveauthentication
  listenaddress logingracetime loglevel maxauthtries maxsessions maxstartups passwordauthentication permitemptypasswords
  permitrootlogin permituserenvironment port printlastlog printmotd pubkeyauthentication strictmodes subsystem syslogfacility
  tcpkeepalive usedns usepam x11forwarding`.split(/\s+/),
)

/** Reads the files of an SSH server, or gives what `sshd -t` says of them. */
export async function readSshd(files: ServerFiles): Promise<SshdSettings | string> {
  const settings = new Map<string, string>()
  const problem = await readInto(settings, files, FILE)
  return problem ?? settings
}

async function readInto(settings: Map<string, string>, files: ServerFiles, path: string): Promise<string | undefined> {
  if (!(await files.exists(path))) return undefined
  for (const [index, raw] of (await files.read(path)).split('\n').entries()) {
    const [, key = '', value = ''] = /^\s*([^\s=#]+)(?:\s*=\s*|\s+)?(.*?)\s*$/.exec(raw.replace(/(^|\s)#.*$/, '')) ?? []
    const problem = key === '' ? undefined : await readKey(settings, files, { path, line: index + 1, key, value })
    if (problem !== undefined) return problem
  }
  return undefined
}

interface KeyLine {
  path: string
  line: number
  key: string
  value: string
}

async function readKey(settings: Map<string, string>, files: ServerFiles, at: KeyLine): Promise<string | undefined> {
  const name = at.key.toLowerCase()
  if (name === 'match') throw new NotModelled('Match in sshd_config')
  if (name === 'include') return readIncluded(settings, files, at.value)
  if (!KEYS.has(name)) return badOption(at.path, at.line, at.key)
  if (at.value === '') return `${at.path} line ${at.line}: no argument after keyword "${at.key}"\n`
  if (!settings.has(name)) settings.set(name, at.value)
  return undefined
}

async function readIncluded(
  settings: Map<string, string>,
  files: ServerFiles,
  pattern: string,
): Promise<string | undefined> {
  for (const file of await included(files, pattern)) {
    const problem = await readInto(settings, files, file)
    if (problem !== undefined) return problem
  }
  return undefined
}

const badOption = (path: string, line: number, key: string): string =>
  `${path}: line ${line}: Bad configuration option: ${key}\n${path}: terminating, 1 bad configuration options\n`

async function included(files: ServerFiles, pattern: string): Promise<string[]> {
  const slash = pattern.lastIndexOf('/')
  const form = new RegExp(
    `^${pattern
      .slice(slash + 1)
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '.*')}$`,
  )
  const directory = pattern.slice(0, slash)
  return (await files.names(directory)).filter((name) => form.test(name)).map((name) => `${directory}/${name}`)
}

/** `sshd -t` and `-T`, and the server itself, as its unit runs it. */
export const sshd: Emulator = async (call) => {
  const server = serverOf(call, 'sshd')
  if (!isRoot(call)) return fail('sshd: no hostkeys available -- exiting.\n')
  const read = await readSshd(server.files)
  if (typeof read === 'string') return fail(read, 255)
  const [flag] = call.args
  if (flag === '-t') return succeed()
  if (flag === '-T') return succeed(effective(read))
  if (flag !== '-D') throw new NotModelled(`sshd ${call.args.join(' ')}`)
  const port = Number(read.get('port') ?? 22)
  server.sshd = read
  const onEnd = () => {
    server.sshd = undefined
  }
  const onHangup = async () => {
    const again = await readSshd(server.files)
    if (typeof again !== 'string') server.sshd = again
  }
  beginProcess(call.world, {
    command: 'sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups',
    listens: [{ port, isEverywhere: true, answer: async () => 'reset' }],
    onEnd,
    onHangup,
  })
  throw new Blocked('sshd')
}

const DEFAULTS: Readonly<Record<string, string>> = {
  port: '22',
  permitrootlogin: 'prohibit-password',
  pubkeyauthentication: 'yes',
  passwordauthentication: 'yes',
  kbdinteractiveauthentication: 'yes',
  permitemptypasswords: 'no',
  maxauthtries: '6',
  x11forwarding: 'no',
  allowtcpforwarding: 'yes',
}

const effective = (read: SshdSettings): string =>
  Object.entries({ ...DEFAULTS, ...Object.fromEntries(read) })
    .map(([key, value]) => `${key} ${value}\n`)
    .join('')

/** Logs a user in with the laptop's key, where the server as it runs allows it. */
export async function logIn(server: Server, user: string): ReturnType<RemoteMachine['login']> {
  const port = Number(server.sshd?.get('port') ?? 22)
  if (!admits(server.firewall, port, LAPTOP_ADDRESS)) return 'timeout'
  if (!server.sshd || port !== 22) return 'refused'
  const accounts = await readAccounts(server.files)
  const account = accounts.find(({ name }) => name === user)
  const groups = await groupsOf(server.files, user)
  if (!account || !isAllowed(server.sshd, { account, groups })) return 'denied'
  return (await hasKey(server, account.home, user)) ? { account, groups } : 'denied'
}

function isAllowed(settings: SshdSettings, { account, groups }: Login): boolean {
  const lists = (key: string): string[] | undefined => settings.get(key)?.split(/\s+/)
  if (account.name === 'root' && settings.get('permitrootlogin') === 'no') return false
  if (settings.get('pubkeyauthentication') === 'no') return false
  if (lists('denyusers')?.includes(account.name)) return false
  if (lists('denygroups')?.some((one) => groups.includes(one))) return false
  const [users, allowed] = [lists('allowusers'), lists('allowgroups')]
  return (users?.includes(account.name) ?? true) && (allowed?.some((one) => groups.includes(one)) ?? true)
}

/** The key must be there, in a file nobody else could have written it to (sshd(8), StrictModes). */
async function hasKey({ files, owners }: Server, home: string, user: string): Promise<boolean> {
  const paths = [`${home}/.ssh/authorized_keys`, `${home}/.ssh`, home]
  for (const path of paths) {
    if (!(await files.exists(path))) return false
    const owner = owners.of(path).user
    if ((owner !== user && owner !== 'root') || ((await files.mode(path)) & 0o022) !== 0) return false
  }
  const [, key = ''] = LAPTOP_KEY.split(' ')
  return (await files.read(paths[0] ?? '')).split('\n').some((line) => !line.startsWith('#') && line.includes(key))
}

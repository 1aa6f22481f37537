import { joinPath } from '../images/image-files.ts'
import { type EmulatedCall, type Emulator, fail, NotModelled, type Output } from '../model.ts'
import { type Account, groupsOf, readAccounts } from '../server/accounts/accounts.ts'
import { asRoot, serverOf } from '../server/server.ts'

/** `sudo [-u USER] [-n] [NAME=value…] command` for those who need no password. */
export const sudo: Emulator = async (call) => {
  const server = serverOf(call, 'sudo')
  const line = readLine(call.args)
  const { host } = call.world
  if (host.user !== 'root' && !(await mayDoAll(call))) return fail(NO_TERMINAL)
  const account = (await readAccounts(server.files)).find(({ name }) => name === line.user)
  if (!account) return fail(`sudo: unknown user ${line.user}\nsudo: error initializing audit plugin sudoers_audit\n`)
  const before = { user: host.user, groups: host.groups }
  Object.assign(host, { user: account.name, groups: await groupsOf(server.files, account.name) })
  try {
    return await runAs(call, account, line)
  } finally {
    Object.assign(host, before)
  }
}

interface SudoLine {
  user: string
  /** With `-i`: in the home of that user. */
  isLogin: boolean
  env: Record<string, string>
  keepsEnv: boolean
  words: string[]
}

function readLine(args: readonly string[]): SudoLine {
  const line: SudoLine = { user: 'root', isLogin: false, env: {}, keepsEnv: false, words: [...args] }
  readOptions(line, args)
  for (let pair = SET.exec(line.words[0] ?? ''); pair; pair = SET.exec(line.words[0] ?? '')) {
    line.env[pair[1] ?? ''] = pair[2] ?? ''
    line.words.shift()
  }
  if (line.words.length === 0 && line.isLogin) line.words = ['bash']
  if (line.words.length === 0) throw new NotModelled(`sudo ${args.join(' ')}`)
  return line
}

const SET = /^(\w+)=(.*)$/s

function readOptions(line: SudoLine, args: readonly string[]): void {
  for (let word = line.words[0]; word?.startsWith('-'); word = line.words[0]) {
    line.words.shift()
    if (word === '--') return
    if (/^(-u|--user=?)/.test(word)) line.user = word.replace(/^(-u|--user=?)/, '') || (line.words.shift() ?? '')
    else if (/^(-i|--login)$/.test(word)) line.isLogin = true
    else if (word === '-E') line.keepsEnv = true
    else if (!/^(-n|-H|-S|-nH|--non-interactive|--set-home)$/.test(word))
      throw new NotModelled(`sudo ${args.join(' ')}`)
  }
}

const NO_TERMINAL =
  'sudo: a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper\nsudo: a password is required\n'

/** Whether a line of sudoers lets a user run everything without a password (sudoers(5)). One that lets him run some of it is not modelled. */
async function mayDoAll(call: EmulatedCall): Promise<boolean> {
  const { user, groups } = call.world.host
  const texts = await readAsRoot(call)
  const lines = texts.flatMap((text) => text.split('\n')).map((one) => one.replace(/#.*/, '').trim())
  const own = lines.filter((one) =>
    [user, 'ALL', ...groups.map((group) => `%${group}`)].includes(one.split(/\s+/)[0] ?? ''),
  )
  if (own.some((one) => /NOPASSWD:(?!\s*ALL$)/.test(one))) throw new NotModelled('sudo for some commands alone')
  return own.some((one) => /NOPASSWD:\s*ALL$/.test(one))
}

async function readAsRoot(call: EmulatedCall): Promise<string[]> {
  const { files } = serverOf(call, 'sudo')
  return asRoot(call.world, async () => {
    const names = (await files.names('/etc/sudoers.d')).filter((name) => !/\.|~$/.test(name))
    const paths = ['/etc/sudoers', ...names.map((name) => `/etc/sudoers.d/${name}`)]
    return Promise.all(paths.map((path) => files.read(path)))
  })
}

const SECURE_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
/** What of the environment sudo leaves (sudo -V, env_keep). */
const KEPT = /^(LANG|LANGUAGE|LC_\w+|TERM|COLORS|DISPLAY|TZ)$/

async function runAs(call: EmulatedCall, { name, home, shell }: Account, line: SudoLine): Promise<Output> {
  const kept = Object.entries(call.env).filter(([key]) => line.keepsEnv || KEPT.test(key))
  const env = {
    ...Object.fromEntries(kept),
    ...line.env,
    PATH: SECURE_PATH,
    HOME: home,
    USER: name,
    LOGNAME: name,
    SHELL: shell,
    SUDO_USER: call.env.USER ?? '',
    SUDO_COMMAND: line.words.join(' '),
  }
  const ended = await call.shell(line.words.map(quoted).join(' '), {
    cwd: line.isLogin ? home : joinPath('/', call.cwd),
    env,
    stdin: call.stdin,
  })
  const [word = ''] = line.words
  if (ended.stderr !== `bash: ${word}: command not found\n`) return ended
  return fail(`sudo: ${word}: command not found\n`)
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

import { joinPath } from '../images/image-files.ts'
import { type Emulator, fail, NotModelled, succeed } from '../model.ts'
import { identity } from '../server/accounts/identity.ts'

/** `mktemp`, of a file; a directory is not modelled, as the world's directories are those of its files. */
export const mktemp: Emulator = async ({ args, files, cwd, effect }) => {
  const [template = '/tmp/tmp.XXXXXXXXXX', ...more] = args
  if (template.startsWith('-') || more.length > 0) throw new NotModelled(`mktemp ${args.join(' ')}`)
  if (!/X{3,}$/.test(template)) return fail(`mktemp: too few X's in template '${template}'\n`)
  const letters = crypto.getRandomValues(new Uint8Array(16))
  const path = template.replace(/X+$/, (run) =>
    [...run].map((_, at) => ((letters[at % 16] ?? 0) % 36).toString(36)).join(''),
  )
  await files.write(joinPath(cwd, path), '')
  effect({ verb: 'create', kind: 'file', name: path })
  return succeed(`${path}\n`)
}

const UNAME: Readonly<Record<string, string>> = {
  '-s': 'Linux',
  '-m': 'x86_64',
  '-p': 'x86_64',
  '-r': '6.1.0-28-amd64',
  '-o': 'GNU/Linux',
}

export const uname: Emulator = async ({ args: [flag = '-s', ...more], world }) => {
  const { name } = world.host
  const all = `Linux ${name} 6.1.0-28-amd64 #1 SMP x86_64 GNU/Linux`
  const text = flag === '-a' ? all : flag === '-n' ? name : UNAME[flag]
  if (text === undefined || more.length > 0) throw new NotModelled(`uname ${[flag, ...more].join(' ')}`)
  return succeed(`${text}\n`)
}

export const id: Emulator = async (call) => {
  const { args, world } = call
  if (world.server) return identity(call)
  const { user } = world.host
  const answers: Readonly<Record<string, string>> = {
    '': `uid=1000(${user}) gid=1000(${user}) groups=1000(${user}),999(docker)`,
    '-u': '1000',
    '-g': '1000',
    '-un': user,
    '-gn': user,
    '-Gn': `${user} docker`,
  }
  const text = answers[args.join(' ')]
  if (text === undefined) throw new NotModelled(`id ${args.join(' ')}`)
  return succeed(`${text}\n`)
}

/** `nc -z HOST PORT`: whether something listens. */
export const nc: Emulator = async ({ args, world }) => {
  const flags = args.filter((arg) => arg.startsWith('-')).join('')
  const [host = '', port = ''] = args.filter((arg, at) => !arg.startsWith('-') && !/^-\w*w$/.test(args[at - 1] ?? ''))
  if (!flags.includes('z') || !/^[-zvw46n]+$/.test(flags)) throw new NotModelled(`nc ${args.join(' ')}`)
  if (!/^\d+$/.test(port)) throw new NotModelled(`nc to the port ${port}`)
  const meets = world.network.knock(host, Number(port))
  const verbose = flags.includes('v')
  if (meets === 'open') return succeed('', verbose ? `Connection to ${host} ${port} port [tcp/*] succeeded!\n` : '')
  if (meets === 'unknown-host')
    return fail(`nc: getaddrinfo for host "${host}" port ${port}: Name or service not known\n`)
  const why = meets === 'timeout' ? 'timed out: Operation now in progress' : 'failed: Connection refused'
  return fail(verbose ? `nc: connect to ${host} port ${port} (tcp) ${why}\n` : '')
}

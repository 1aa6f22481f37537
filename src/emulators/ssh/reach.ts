import { type EmulatedCall, fail, NotModelled, type Output } from '../model.ts'
import type { Login, RemoteMachine } from '../remote.ts'
import { LAPTOP } from '../world.ts'
import { REFUSED, WITHOUT_KEY } from './options.ts'

/** Where a login goes. */
interface Destination {
  host: string
  /** Undefined: the user's own name. */
  user: string | undefined
  port: string
  /** What ssh says of its own command line, before it looks for anything. */
  refused: string | undefined
  /** It is told not to use its key. */
  withoutKey: boolean
}

/** `[user@]host` of a command line. */
export function destinationOf(text: string, options: ReadonlyMap<string, string>): Destination {
  const at = text.lastIndexOf('@')
  return {
    host: text.slice(at + 1),
    user: at < 0 ? options.get('-l') : text.slice(0, at),
    port: options.get('-p') ?? '22',
    refused: options.get(REFUSED),
    withoutKey: options.has(WITHOUT_KEY),
  }
}

/** Who is logged in where. */
interface Reached {
  machine: RemoteMachine
  login: Login
}

/** The machine a login reaches, or ssh's refusal with its status 255. */
export async function reach(
  call: EmulatedCall,
  { host, user, port, refused: wrong, withoutKey }: Destination,
): Promise<Reached | Output> {
  if (wrong !== undefined) return fail(wrong, 255)
  const { world, files, env } = call
  if (world.host.name !== LAPTOP) throw new NotModelled(`ssh from ${world.host.name}`)
  if (await files.exists(`${env.HOME ?? ''}/.ssh/config`)) throw new NotModelled('ssh with a configuration of its own')
  const machine = world.machines.find(({ hosts }) => hosts.includes(host))
  if (!machine && /^(localhost|127\..*)$/.test(host)) return refused(host, port)
  if (!machine) return fail(`ssh: Could not resolve hostname ${host}: Name or service not known\n`, 255)
  if (port !== '22') return refused(host, port)
  const given = user ?? world.host.user
  const login = withoutKey ? 'denied' : await machine.login(given)
  if (login === 'refused') return refused(host, port)
  if (login === 'timeout') return fail(`ssh: connect to host ${host} port ${port}: Connection timed out\n`, 255)
  return login === 'denied' ? fail(`${given}@${host}: Permission denied (publickey).\n`, 255) : { machine, login }
}

const refused = (host: string, port: string): Output =>
  fail(`ssh: connect to host ${host} port ${port}: Connection refused\n`, 255)

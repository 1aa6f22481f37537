import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import { isRefused, readOptions } from '../server/options.ts'
import { printed, respond } from './commands.ts'
import type { RedisStore } from './store.ts'

/** Finds a Redis by host and port. */
export type Connect = (host: string, port: number) => RedisStore | 'refused' | 'unknown-host'

const MODELLED = 'h p a n x raw no-auth-warning pass user'

/** `redis-cli` on a machine: it reaches what listens on the machine itself. */
export const redisCli: Emulator = (call) =>
  runRedisCli(call, (host, port) => {
    if (!/^(localhost|127\..*)$/.test(host)) throw new NotModelled(`redis-cli to ${host}`)
    return call.world.redis.get(port)?.() ?? 'refused'
  })

/** `redis-cli` wherever it runs. */
export async function runRedisCli(
  call: Pick<EmulatedCall, 'args' | 'env' | 'stdin' | 'world'>,
  connect: Connect,
): Promise<Output> {
  const options = await readOptions('redis-cli', call.args, { modelled: MODELLED })
  if (isRefused(options)) return options
  const host = options.value('h') ?? '127.0.0.1'
  const port = Number(options.value('p') ?? 6379)
  const found = connect(host, port)
  if (found === 'refused') return fail(`Could not connect to Redis at ${host}:${port}: Connection refused\n`)
  if (found === 'unknown-host')
    return fail(`Could not connect to Redis at ${host}:${port}: Name or service not known\n`)
  if ((options.value('n') ?? '0') !== '0') throw new NotModelled('a database of Redis other than 0')
  const words = options.has('x') ? [...options.operands, call.stdin] : options.operands
  if (words.length === 0) throw new NotModelled('redis-cli that reads its commands')
  const given = options.value('a', 'pass') ?? call.env.REDISCLI_AUTH
  const warning = options.has('a', 'pass') && !options.has('no-auth-warning') ? WARNING : ''
  return answered(found, { words, given, warning, now: call.world.clock.now() })
}

const WARNING = "Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n"

interface Asked {
  words: readonly string[]
  /** The password given. */
  given: string | undefined
  warning: string
  now: number
}

async function answered(store: RedisStore, { words, given, warning, now }: Asked): Promise<Output> {
  const password = store.settings.get('requirepass') ?? ''
  const isWrong = password !== '' && given !== undefined && given !== password
  const refused = isWrong ? 'AUTH failed: WRONGPASS invalid username-password pair or user is disabled.\n' : ''
  if (password !== '' && given !== password)
    return succeed('NOAUTH Authentication required.\n\n', `${warning}${refused}`)
  return succeed(printed(await respond({ store, now }, words)), warning)
}

import { Blocked, type Emulator, fail, NotModelled } from '../model.ts'
import { beginProcess } from '../process/processes.ts'
import { serverOf } from '../server/server.ts'
import { createRedis, dumped, restore } from './store.ts'

/** `redis-server [FILE] [--NAME VALUE]…` on a machine: it holds what its dump holds, until it is stopped. */
export const redisServer: Emulator = async (call) => {
  const { files } = serverOf(call, 'redis-server')
  const { world } = call
  const [first] = call.args
  const path = first !== undefined && !first.startsWith('-') ? first : undefined
  const fromFile = path === undefined ? {} : readSettings(await files.read(path))
  const settings = { dir: call.cwd, ...fromFile, ...argumentSettings(call.args.slice(path === undefined ? 0 : 1)) }
  const store = createRedis(world.clock.now(), settings)
  const dump = `${settings.dir}/${store.settings.get('dbfilename')}`
  if ((await files.exists(dump)) && !restore(store, await files.read(dump)))
    return fail(
      'Wrong signature trying to load DB from file\nFatal error loading the DB, check server logs. Exiting.\n',
    )
  store.save = () => files.write(dump, dumped(store))
  const port = Number(store.settings.get('port'))
  const isEverywhere = (store.settings.get('bind') ?? '')
    .split(/\s+/)
    .some((one) => /^(0\.0\.0\.0|\*|-?::\*?)$/.test(one))
  const onEnd = async (signal: number) => {
    world.redis.delete(port)
    if (signal !== 9 && store.settings.get('save') !== '') await files.write(dump, dumped(store))
  }
  const begun = beginProcess(world, {
    command: `/usr/bin/redis-server 127.0.0.1:${port}`,
    listens: [{ port, isEverywhere, answer: async () => 'reset' }],
    onEnd,
  })
  if ('taken' in begun)
    return fail(
      `Warning: Could not create server TCP listening socket 127.0.0.1:${port}: bind: Address already in use\nFailed listening on port ${port} (tcp), aborting.\n`,
    )
  world.redis.set(port, () => store)
  throw new Blocked('redis-server')
}

/** A line of a configuration is a name and its value; a value may be quoted. */
export function readSettings(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => line.trim())
  const pairs = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(/\s+(.*)/s))
  if (pairs.some(([name]) => name === 'include')) throw new NotModelled('include in redis.conf')
  return Object.fromEntries(
    pairs.map(([name = '', value = '']) => [name.toLowerCase(), value.replace(/^"(.*)"$/, '$1')]),
  )
}

/** `--port 7000 --appendonly yes`. */
export function argumentSettings(args: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  let name = ''
  for (const arg of args) {
    if (arg.startsWith('--')) {
      name = arg.slice(2).toLowerCase()
      found[name] = ''
    } else found[name] = [found[name], arg].filter(Boolean).join(' ')
  }
  return found
}

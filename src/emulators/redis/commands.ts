import { NotModelled } from '../model.ts'
import { entryOf, keysOf, type RedisStore } from './store.ts'

/** What a Redis answers, as redis-cli prints it where nobody types (`--no-raw` aside). */
export type Reply =
  | { text: string }
  | { number: number }
  | { missing: true }
  | { list: readonly string[] }
  | { error: string }

interface At {
  store: RedisStore
  now: number
}

type Command = (at: At, args: readonly string[]) => Reply | Promise<Reply>

const OK: Reply = { text: 'OK' }
const WRONG_KIND: Reply = { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' }
const wrongCount = (name: string): Reply => ({ error: `ERR wrong number of arguments for '${name}' command` })
const changed = ({ store }: At): void => {
  store.changes += 1
}

/** Answers a command (redis.io/commands). One that is not here is not modelled, or is none. */
export async function respond(at: At, words: readonly string[]): Promise<Reply> {
  const [name = '', ...args] = words
  const command = COMMANDS[name.toLowerCase()]
  if (command) return command(at, args)
  if (!REAL.has(name.toLowerCase())) {
    const shown = args.map((arg) => `'${arg}' `).join('')
    return { error: `ERR unknown command '${name}', with args beginning with: ${shown}` }
  }
  throw new NotModelled(`redis-cli ${words.join(' ')}`)
}

/** Commands there are and that are not modelled. */
const REAL = new Set(
  `acl append auth bgrewriteaof bitcount client cluster command copy debug decr decrby dump eval expireat failover geoadd getdel
  getex getrange getset hdel hget hgetall hincrby hkeys hlen hmget hset hvals incrby keys lindex lpop lpush lrange lrem
  ltrim latency memory migrate module monitor move mset object pexpire pfadd psubscribe publish randomkey rename replicaof restore
  role rpop rpush sadd scan scard script setrange sismember slaveof slowlog smembers spop srem strlen subscribe swapdb sync
  time touch unlink wait watch xadd xinfo xlen xrange zadd zcard zrange zrem zscore`.split(/\s+/),
)

const COMMANDS: Readonly<Record<string, Command>> = {
  ping: (_, [text]) => ({ text: text ?? 'PONG' }),
  echo: (_, [text]) => (text === undefined ? wrongCount('echo') : { text }),
  set: setKey,
  setex: (at, [key, seconds, value]) =>
    value === undefined ? wrongCount('setex') : setKey(at, [key ?? '', value, 'EX', seconds ?? '']),
  get: ({ store, now }, [key]) => {
    if (key === undefined) return wrongCount('get')
    const entry = entryOf(store, key, now)
    if (entry?.items !== undefined) return WRONG_KIND
    return entry ? { text: entry.value } : { missing: true }
  },
  llen: ({ store, now }, [key = '']) => {
    const entry = entryOf(store, key, now)
    return entry && entry.items === undefined ? WRONG_KIND : { number: entry?.items ?? 0 }
  },
  type: ({ store, now }, [key = '']) => {
    const entry = entryOf(store, key, now)
    return { text: entry ? (entry.items === undefined ? 'string' : 'list') : 'none' }
  },
  exists: ({ store, now }, keys) => ({ number: keys.filter((key) => entryOf(store, key, now)).length }),
  del: remove,
  unlink: remove,
  incr: (at, [key = '']) => {
    const entry = entryOf(at.store, key, at.now)
    if (entry?.items !== undefined) return WRONG_KIND
    const number = Number(entry?.value ?? 0) + 1
    if (!Number.isInteger(number)) return { error: 'ERR value is not an integer or out of range' }
    at.store.entries.set(key, { value: String(number), expiresAt: entry?.expiresAt })
    changed(at)
    return { number }
  },
  expire: (at, [key = '', seconds]) => {
    const entry = entryOf(at.store, key, at.now)
    if (!/^-?\d+$/.test(seconds ?? '')) return { error: 'ERR value is not an integer or out of range' }
    if (!entry) return { number: 0 }
    entry.expiresAt = at.now + Number(seconds) * 1000
    changed(at)
    return { number: 1 }
  },
  persist: (at, [key = '']) => {
    const entry = entryOf(at.store, key, at.now)
    if (entry?.expiresAt === undefined) return { number: 0 }
    entry.expiresAt = undefined
    changed(at)
    return { number: 1 }
  },
  ttl: ({ store, now }, [key = '']) => ({ number: secondsLeft(store, key, now) }),
  pttl: ({ store, now }, [key = '']) => {
    const entry = entryOf(store, key, now)
    return { number: entry ? (entry.expiresAt === undefined ? -1 : entry.expiresAt - now) : -2 }
  },
  keys: ({ store, now }, [pattern = '']) => ({ list: keysOf(store, now).filter((key) => globOf(pattern).test(key)) }),
  dbsize: ({ store, now }) => ({ number: keysOf(store, now).length }),
  flushall: flush,
  flushdb: flush,
  save: async (at) => save(at, OK),
  bgsave: async (at) => save(at, { text: 'Background saving started' }),
  lastsave: ({ store }) => ({ number: store.lastSave }),
  info: ({ store, now }, [section = 'default']) => ({ text: info(store, now, section.toLowerCase()) }),
  config: configure,
}

const secondsLeft = (store: RedisStore, key: string, now: number): number => {
  const entry = entryOf(store, key, now)
  if (!entry) return -2
  return entry.expiresAt === undefined ? -1 : Math.round((entry.expiresAt - now) / 1000)
}

function setKey(at: At, [key, value, ...options]: readonly string[]): Reply {
  if (key === undefined || value === undefined) return wrongCount('set')
  const words = options.map((option) => option.toUpperCase())
  const before = entryOf(at.store, key, at.now)
  if ((words.includes('NX') && before) || (words.includes('XX') && !before)) return { missing: true }
  const [unit, amount] = ['EX', 'PX'].flatMap((one) =>
    words.includes(one) ? [one, words[words.indexOf(one) + 1]] : [],
  )
  if (unit !== undefined && !/^\d+$/.test(amount ?? '')) return { error: 'ERR value is not an integer or out of range' }
  if (words.some((word) => !/^(NX|XX|EX|PX|KEEPTTL|\d+)$/.test(word))) return { error: 'ERR syntax error' }
  const span = unit === undefined ? undefined : Number(amount) * (unit === 'EX' ? 1000 : 1)
  const kept = words.includes('KEEPTTL') ? before?.expiresAt : undefined
  at.store.entries.set(key, { value, expiresAt: span === undefined ? kept : at.now + span })
  changed(at)
  return OK
}

function remove(at: At, keys: readonly string[]): Reply {
  const found = keys.filter((key) => entryOf(at.store, key, at.now))
  for (const key of found) at.store.entries.delete(key)
  if (found.length > 0) changed(at)
  return { number: found.length }
}

function flush(at: At): Reply {
  at.store.entries.clear()
  changed(at)
  return OK
}

async function save({ store, now }: At, done: Reply): Promise<Reply> {
  await store.save?.()
  // Two saves are never of one second: whoever waits for the next compares seconds.
  store.lastSave = Math.max(store.lastSave + 1, Math.floor(now / 1000))
  store.changes = 0
  return done
}

const globOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  )

function info(store: RedisStore, now: number, section: string): string {
  const sections: Readonly<Record<string, string>> = {
    server: `# Server\r\nredis_version:8.0.2\r\nredis_mode:standalone\r\nos:Linux 6.1.0-28-amd64 x86_64\r\ntcp_port:${store.settings.get('port')}\r\nuptime_in_seconds:${Math.floor((now - store.startedAt) / 1000)}\r\n`,
    persistence: `# Persistence\r\nloading:0\r\nrdb_changes_since_last_save:${store.changes}\r\nrdb_bgsave_in_progress:0\r\nrdb_last_save_time:${store.lastSave}\r\nrdb_last_bgsave_status:ok\r\naof_enabled:${store.settings.get('appendonly') === 'yes' ? 1 : 0}\r\n`,
    keyspace: keyspace(store, now),
  }
  const text = sections[section]
  if (text === undefined) throw new NotModelled(`redis-cli info ${section}`)
  return text
}

function keyspace(store: RedisStore, now: number): string {
  const keys = keysOf(store, now)
  const expiring = keys.filter((key) => store.entries.get(key)?.expiresAt !== undefined).length
  return `# Keyspace\r\n${keys.length === 0 ? '' : `db0:keys=${keys.length},expires=${expiring},avg_ttl=0,subexpiry=0\r\n`}`
}

function configure({ store }: At, [action = '', name = '', value]: readonly string[]): Reply {
  const key = name.toLowerCase()
  if (/^get$/i.test(action)) return { list: store.settings.has(key) ? [key, store.settings.get(key) ?? ''] : [] }
  if (!/^set$/i.test(action) || value === undefined) throw new NotModelled(`redis-cli config ${action}`)
  if (!store.settings.has(key)) return { error: `ERR Unknown option or number of arguments for CONFIG SET - '${name}'` }
  store.settings.set(key, value)
  return OK
}

/** What redis-cli prints of an answer where its output is no terminal. */
export function printed(reply: Reply): string {
  if ('text' in reply) return reply.text.endsWith('\r\n') ? reply.text : `${reply.text}\n`
  if ('number' in reply) return `${reply.number}\n`
  if ('missing' in reply) return '\n'
  if ('error' in reply) return `${reply.error}\n\n`
  return reply.list.length === 0 ? '\n' : reply.list.map((one) => `${one}\n`).join('')
}

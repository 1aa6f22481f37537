/** A value of a Redis, and when it goes. */
interface Entry {
  value: string
  /** In milliseconds since 1970; undefined of one that stays. */
  expiresAt: number | undefined
  /** How long it is, where it is a list; what stands in it is not kept. */
  items?: number
}

/** What a Redis holds, and what it has saved. */
export interface RedisStore {
  entries: Map<string, Entry>
  /** Settings, by name in small letters, `maxmemory`. */
  settings: Map<string, string>
  /** When it saved last, in seconds since 1970. */
  lastSave: number
  /** Changes since then. */
  changes: number
  startedAt: number
  /** Keeps what it holds; absent where nobody can. */
  save?: () => Promise<void>
}

/** A Redis that holds nothing. */
export const createRedis = (now: number, settings: Readonly<Record<string, string>> = {}): RedisStore => ({
  entries: new Map(),
  settings: new Map(Object.entries({ ...DEFAULTS, ...settings })),
  lastSave: Math.floor(now / 1000),
  changes: 0,
  startedAt: now,
})

const DEFAULTS: Readonly<Record<string, string>> = {
  appendonly: 'no',
  bind: '127.0.0.1 -::1',
  dbfilename: 'dump.rdb',
  maxmemory: '0',
  'maxmemory-policy': 'noeviction',
  port: '6379',
  'protected-mode': 'yes',
  requirepass: '',
  save: '3600 1 300 100 60 10000',
}

/** The entry of a key, where it has not gone by now. */
export function entryOf({ entries }: RedisStore, key: string, now: number): Entry | undefined {
  const entry = entries.get(key)
  if (entry?.expiresAt !== undefined && entry.expiresAt <= now) entries.delete(key)
  return entries.get(key)
}

/** The keys that are there now. */
export const keysOf = (store: RedisStore, now: number): string[] =>
  [...store.entries.keys()].filter((key) => entryOf(store, key, now) !== undefined)

/** What it holds as the text of its dump. The real one is binary; nobody but a Redis reads either. */
export const dumped = ({ entries }: RedisStore): string => `REDIS0012${JSON.stringify([...entries])}\n`

/** Takes what a dump holds; false where it is none. */
export function restore(store: RedisStore, dump: string): boolean {
  if (!dump.startsWith('REDIS0012')) return false
  store.entries = new Map(JSON.parse(dump.slice('REDIS0012'.length)) as [string, Entry][])
  return true
}

/** The Redis servers of a machine, by the port each is reached on. */
export type RedisPorts = Map<number, () => RedisStore | undefined>

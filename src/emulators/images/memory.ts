import { NotModelled } from '../model.ts'
import { entryOf, type RedisStore } from '../redis/store.ts'
import { exampleValue } from './example-value.ts'
import { asJson, type Json } from './openapi-document.ts'

/** How often an app was asked of each thing it remembers. */
export interface Memory {
  get(name: string): number | undefined
  set(name: string, count: number): unknown
  delete(name: string): boolean
  /** Whether the server it is kept in does not answer. */
  isAway?: boolean
}

/** Finds the Redis that listens at a host and port; undefined where none does. Throws NotModelled for a host that is not emulated. */
export type FindRedis = (host: string, port: number) => RedisStore | undefined

/** An app that remembers: its variables, the time in milliseconds, and how it reaches others. */
interface Remembering {
  env: Readonly<Record<string, string>>
  now(): number
  redis: FindRedis
}

/**
 * What an app remembers, where its document says so at its root: `x-memory: { redis, key, items, longest, expires }`, else in
 * the process and for good. `redis` is the address of a Redis, and empty where it is kept in the process; `key` names each
 * list there, `{$name}` being what is counted; each count adds `items` to it, of which the last `longest` stay; all go when
 * nothing is added for `expires` seconds.
 */
export function memoryOf(document: unknown, { env, now, redis }: Remembering): Memory {
  const said = asJson(asJson(document)['x-memory'])
  if (Object.keys(said).length === 0) return new Map<string, number>()
  const lists = listsOf(said, env)
  const address = lists.text('redis')
  if (address === '') return inProcess(lists, now)
  const server = serverOf(address)
  return inRedis(lists, now, () => reached(redis(server.host, server.port), server.password))
}

interface Lists {
  text(key: string): string
  items: number
  longest: number
  lifeMs: number
}

function listsOf(said: Json, env: Remembering['env']): Lists {
  const text = (key: string) => String(exampleValue(String(said[key] ?? ''), env))
  const number = (key: string, otherwise: number) => (text(key) === '' ? otherwise : Number(text(key)))
  return {
    text,
    items: number('items', 1),
    longest: number('longest', Number.POSITIVE_INFINITY),
    lifeMs: number('expires', Number.POSITIVE_INFINITY) * 1000,
  }
}

/** Lost when the process ends, and seen by no other. */
function inProcess({ items, longest, lifeMs }: Lists, now: () => number): Memory {
  const held = new Map<string, { length: number; expiresAt: number }>()
  const found = (name: string) => {
    const one = held.get(name)
    if (one && one.expiresAt <= now()) held.delete(name)
    return held.get(name)
  }
  return {
    get: (name) => Math.floor((found(name)?.length ?? 0) / items),
    set: (name, count) => held.set(name, { length: Math.min(count * items, longest), expiresAt: now() + lifeMs }),
    delete: (name) => found(name) !== undefined && held.delete(name),
  }
}

/** Shared by all that use that Redis, and there for as long as it keeps it. */
function inRedis(
  { text, items, longest, lifeMs }: Lists,
  now: () => number,
  find: () => RedisStore | undefined,
): Memory {
  const keyOf = (name: string) => text('key').replaceAll('{$name}', name)
  return {
    get isAway() {
      return find() === undefined
    },
    get(name) {
      const store = find()
      return Math.floor(((store && entryOf(store, keyOf(name), now())?.items) ?? 0) / items)
    },
    set(name, count) {
      const expiresAt = Number.isFinite(lifeMs) ? now() + lifeMs : undefined
      const store = find()
      store?.entries.set(keyOf(name), { value: '', items: Math.min(count * items, longest), expiresAt })
      if (store) store.changes += 1
    },
    delete(name) {
      const store = find()
      if (!store || !entryOf(store, keyOf(name), now())) return false
      store.changes += 1
      return store.entries.delete(keyOf(name))
    },
  }
}

/** `redis://[:password@]host[:port][/0]`. */
function serverOf(address: string): { host: string; port: number; password: string } {
  const url = URL.parse(address)
  if (url?.protocol !== 'redis:' || !/^\/?0?$/.test(url.pathname))
    throw new NotModelled(`an app that remembers in ${address.replace(/\/\/.*@/, '//')}`)
  return { host: url.hostname, port: Number(url.port || 6379), password: decodeURIComponent(url.password) }
}

/** A Redis with another password answers nothing. */
const reached = (store: RedisStore | undefined, password: string): RedisStore | undefined =>
  (store?.settings.get('requirepass') ?? '') === password ? store : undefined

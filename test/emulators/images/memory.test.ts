import { describe, expect, test } from 'vitest'
import { memoryOf } from '#emulators/images/memory.ts'
import { NotModelled } from '#emulators/model.ts'
import { createRedis, type RedisStore } from '#emulators/redis/store.ts'

const DOCUMENT = {
  'x-memory': { redis: '${STORE}', key: 'app:{$name}', items: 2, longest: '${LONGEST:-6}', expires: '${LIFE:-60}' },
}

const asked = (memory: ReturnType<typeof memoryOf>, name: string): number => {
  const count = (memory.get(name) ?? 0) + 1
  memory.set(name, count)
  return count
}

describe('what an app remembers', () => {
  const at = { now: 1_000_000 }
  const now = () => at.now
  const open = (env: Record<string, string>, store?: RedisStore) =>
    memoryOf(DOCUMENT, { env, now, redis: (host, port) => (host === 'store' && port === 6380 ? store : undefined) })
  const STORE = 'redis://:pass@store:6380/0'

  test('in a process goes with it, and is forgotten in time', () => {
    const memory = open({})
    expect([asked(memory, 'a'), asked(memory, 'a'), asked(memory, 'b')]).toEqual([1, 2, 1])
    expect(asked(open({}), 'a')).toBe(1)
    at.now += 60_000
    expect([asked(memory, 'a'), memory.delete('a'), memory.delete('a')]).toEqual([1, true, false])
  })

  test('in a Redis is seen by all that use it', () => {
    const store = createRedis(now(), { requirepass: 'pass' })
    const [one, other] = [open({ STORE }, store), open({ STORE }, store)]
    expect([asked(one, 'a'), asked(other, 'a'), asked(open({ STORE }, store), 'a')]).toEqual([1, 2, 3])
    expect(store.entries.get('app:a')).toMatchObject({ items: 6, expiresAt: now() + 60_000 })
    expect([other.isAway, one.delete('a'), other.get('a')]).toEqual([false, true, 0])
    asked(one, 'a')
    at.now += 60_000
    expect(other.get('a')).toBe(0)
  })

  test('is no longer than it says', () => {
    const memory = open({ LONGEST: '4' })
    expect([1, 2, 3, 4].map(() => asked(memory, 'a'))).toEqual([1, 2, 3, 3])
  })

  test('is away where its Redis does not answer, or wants another password', () => {
    expect(open({ STORE }).isAway).toBe(true)
    expect(open({ STORE }, createRedis(now(), { requirepass: 'other' })).isAway).toBe(true)
    expect(open({ STORE: 'redis://store:6379' }, createRedis(now())).isAway).toBe(true)
  })

  test('in anything else is not modelled', () => {
    for (const address of ['rediss://store:6380', 'unix:///run/redis', 'redis://store:6380/1'])
      expect(() => open({ STORE: address })).toThrow(NotModelled)
  })

  test('of which its document says nothing counts for good', () => {
    const memory = memoryOf({}, { env: {}, now, redis: () => undefined })
    asked(memory, 'a')
    at.now += 1e9
    expect(asked(memory, 'a')).toBe(2)
  })
})

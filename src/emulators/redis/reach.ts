import { NotModelled } from '../model.ts'
import type { World } from '../world.ts'
import type { RedisStore } from './store.ts'

/** The Redis of a machine, as its own programs reach it. */
export function redisOfMachine(world: World, host: string, port: number): RedisStore | undefined {
  if (!/^(localhost|127\..*|0\.0\.0\.0)$/.test(host)) throw new NotModelled(`a Redis at ${host}`)
  return world.redis.get(port)?.()
}

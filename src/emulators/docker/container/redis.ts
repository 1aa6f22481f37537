import type { EmulatedCall } from '../../model.ts'
import { argumentSettings } from '../../redis/server.ts'
import { createRedis, dumped, restore } from '../../redis/store.ts'
import type { Container } from '../state.ts'

/** A container whose command is a Redis holds what the one before it left in its volume. */
export function openRedis({ world }: Pick<EmulatedCall, 'world'>, container: Container): void {
  const [program = '', ...args] = [...container.image.entrypoint, ...container.image.command]
  if (!/(^|\/)redis-server$/.test(program)) return
  const store = createRedis(world.clock.now(), { 'protected-mode': 'no', bind: '*', ...argumentSettings(args) })
  const volume = world.docker.volumes.get(container.volumes[0] ?? '')
  if (volume?.dump !== undefined) restore(store, volume.dump)
  store.save = async () => {
    if (volume) volume.dump = dumped(store)
  }
  container.redis = store
}

/** Stopped, it saves; killed, it has what its log of changes has, or what it saved last. */
export function closeRedis({ world }: Pick<EmulatedCall, 'world'>, container: Container, exitCode: number): void {
  const { redis } = container
  const volume = world.docker.volumes.get(container.volumes[0] ?? '')
  if (redis && volume && (exitCode === 0 || redis.settings.get('appendonly') === 'yes')) volume.dump = dumped(redis)
  for (const { host } of container.ports) if (world.redis.get(host)?.() === redis) world.redis.delete(host)
  delete container.redis
}

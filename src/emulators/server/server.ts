import { type EmulatedCall, NotModelled } from '../model.ts'
import type { World } from '../world.ts'
import type { Server } from './state.ts'

/** A server with its world. */
export interface At {
  server: Server
  world: World
  effect: EmulatedCall['effect']
}

/** The server a command runs on. Throws NotModelled on a machine that is none. */
export function serverOf({ world }: Pick<EmulatedCall, 'world'>, what: string): Server {
  if (world.server) return world.server
  throw new NotModelled(`${what} is not available in the emulated world`)
}

/** The same with its world, for what goes on after the command. */
export const serverAt = (call: Pick<EmulatedCall, 'world' | 'effect'>, what: string): At => ({
  server: serverOf(call, what),
  world: call.world,
  effect: call.effect,
})

/** Whether a command runs as root, who may do everything. */
export const isRoot = ({ world }: Pick<EmulatedCall, 'world'>): boolean => world.host.user === 'root'

/** Does something as root, whoever is at work: the manager of services is. */
export async function asRoot<Value>({ host }: Pick<World, 'host'>, run: () => Promise<Value>): Promise<Value> {
  const before = { user: host.user, groups: host.groups }
  Object.assign(host, { user: 'root', groups: ['root'] })
  try {
    return await run()
  } finally {
    Object.assign(host, before)
  }
}

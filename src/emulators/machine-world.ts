import type { MachineSeed } from '#schema/seed.ts'
import { createDockerState } from './docker/state.ts'
import { LAPTOP_ADDRESS } from './network/hosts.ts'
import { createNetwork } from './network/network.ts'
import { admits } from './server/firewall/firewall.ts'
import { createServer, type Server } from './server/state.ts'
import type { World } from './world.ts'

/** The same world as another machine sees it: an engine, ports and services of its own; registries, names and time are one. */
export function worldOfMachine(world: World, { name, hosts, user }: MachineSeed): World & { server: Server } {
  const server = createServer(world.clock.now())
  const network = createNetwork({
    names: hosts,
    beyond: world.network,
    admits: (port) => admits(server.firewall, port, LAPTOP_ADDRESS),
  })
  return {
    ...world,
    docker: createDockerState(),
    network,
    processes: [],
    lastPid: 400,
    redis: new Map(),
    host: { name, user, groups: [user] },
    server,
    machines: [],
  }
}

import type { MachineSeed } from '#schema/seed.ts'
import { createDockerState } from './docker/state.ts'
import { createNetwork } from './network/network.ts'
import { createWebServer } from './nginx/web-server.ts'
import type { World } from './world.ts'

/** The same world as another machine sees it: an engine, ports and services of its own; registries, names and time are one. */
export function worldOfMachine(world: World, { name, hosts, user }: MachineSeed): World {
  const network = createNetwork({ names: hosts, beyond: world.network })
  return {
    ...world,
    docker: createDockerState(),
    network,
    processes: [],
    host: { name, user },
    machines: [],
    webServer: createWebServer(network),
  }
}

import type { Seed } from '#schema/seed.ts'
import { type Authority, createAuthority } from './certificates/authority.ts'
import { createDockerState, type DockerState } from './docker/state.ts'
import { createHub, type Hub } from './docker-hub/hub.ts'
import { type CloudState, createCloud } from './gcloud/state.ts'
import type { Registries } from './images/model.ts'
import { createRegistries } from './images/registries.ts'
import { createNetwork, type Network } from './network/network.ts'
import type { WebServer } from './nginx/model.ts'
import type { MachineProcess } from './process/processes.ts'
import type { RealEngine } from './real-engine.ts'
import type { RedisPorts } from './redis/store.ts'
import type { RemoteMachine } from './remote.ts'
import type { Session } from './server/session.ts'
import type { Server } from './server/state.ts'
import { createTimers, type Timers } from './timers.ts'

/** Everything the emulators share in one run. Pristine for every run. */
export interface World {
  seed: Seed
  /** Parsed OpenAPI documents by the name a seed's app gives (`app.openapi`). */
  openapi: Readonly<Record<string, unknown>>
  clock: Clock
  timers: Timers
  cloud: CloudState
  docker: DockerState
  registries: Registries
  /** Who signs certificates. */
  authority: Authority
  hub: Hub
  network: Network
  /** The internet, as whoever is on none of the machines reaches it. */
  outside: Network
  /** Servers that run on the machine, outside any container. */
  processes: MachineProcess[]
  /** The number of the process begun last. */
  lastPid: number
  /** The machine whose commands run. */
  host: Host
  /** Machines it reaches over SSH. */
  machines: RemoteMachine[]
  /** What a machine holds that is a server; the laptop is none. */
  server?: Server
  /** The Redis servers that are reached by a port of the machine. */
  redis: RedisPorts
  /** nginx, while it runs. */
  webServer?: WebServer
  /** Runs images for real, where there is an engine; else their behaviour is modelled. */
  realEngine?: RealEngine
}

/** A machine as it calls itself, and who works there. */
interface Host extends Session {
  name: string
}

/** What the laptop calls itself. */
export const LAPTOP = 'laptop'

/** Time inside the world, in milliseconds since 1970. `advance` is how a wait passes without waiting. */
export interface Clock {
  now(): number
  advance(milliseconds: number): void
}

/** A pristine world as its seed describes it. `openapi` holds the documents the seed's apps name. */
export function createWorld(options: { seed: Seed; openapi: Readonly<Record<string, unknown>>; clock: Clock }): World {
  const network = createNetwork()
  return {
    ...options,
    timers: createTimers(options.clock),
    cloud: createCloud(options.seed.cloud),
    docker: createDockerState(),
    authority: createAuthority(options.clock.now),
    registries: createRegistries(options.seed),
    hub: createHub(options.seed.dockerHub),
    network,
    outside: network,
    processes: [],
    lastPid: 1200,
    redis: new Map(),
    host: { name: LAPTOP, user: options.seed.user, groups: [options.seed.user, 'docker'] },
    machines: [],
  }
}

import type { Seed } from '#schema/seed.ts'
import type { DockerState } from './docker/state.ts'
import type { CloudState } from './gcloud/state.ts'
import type { Registries } from './images/model.ts'
import type { Network } from './network/network.ts'

/** Everything the emulators share in one run. Pristine for every run. */
export interface World {
  seed: Seed
  clock: Clock
  cloud: CloudState
  docker: DockerState
  registries: Registries
  network: Network
}

/** Time inside the world, in milliseconds since 1970. `advance` is how a wait passes without waiting. */
export interface Clock {
  now(): number
  advance(milliseconds: number): void
}

import type { Healthcheck, Image } from '../../images/model.ts'
import type { EmulatedCall } from '../../model.ts'
import { Refused } from '../invocation.ts'
import type { Container } from '../state.ts'
import type { ContainerOptions } from './run-options.ts'
import { findContainer, nextId } from './store.ts'

/** What a new container is made of. */
export interface ContainerRequest {
  name: string
  image: Image
  imageName: string
  healthcheck: Healthcheck | undefined
  options: ContainerOptions
}

/** Adds a container that does not run yet. Refused when its name is taken or a network is unknown. */
export function createContainer(call: EmulatedCall, request: ContainerRequest): Container {
  const { docker: state, clock } = call.world
  const { name, image, options } = request
  if (!/^[a-zA-Z0-9][\w.-]+$/.test(name))
    throw new Refused(
      `Error response from daemon: Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
      125,
    )
  requireFreeName(call, name)
  const container: Container = {
    ...options,
    id: nextId(state, `container ${name}`),
    name,
    image,
    imageName: request.imageName,
    healthcheck: request.healthcheck,
    env: { ...image.env, ...options.env },
    ports: options.ports.map((port) => (port.ip === '' ? { ...port, ip: state.publishIp } : port)),
    createdAt: clock.now(),
    startedAt: 0,
    finishedAt: 0,
    state: 'created',
    exitCode: 0,
    log: [],
    isProbeGood: false,
    app: undefined,
  }
  for (const volume of options.volumes)
    if (!state.volumes.has(volume)) state.volumes.set(volume, { name: volume, createdAt: clock.now(), labels: {} })
  state.containers.set(container.id, container)
  return container
}

function requireFreeName(call: EmulatedCall, name: string): void {
  const other = findContainer(call.world.docker, name)
  if (other?.name === name)
    throw new Refused(
      `Error response from daemon: Conflict. The container name "/${name}" is already in use by container "${other.id}". You have to remove (or rename) that container to be able to reuse that name.`,
      125,
    )
}

import type { Image } from '../images/model.ts'
import { canonicalName } from '../images/reference.ts'
import { type Output, succeed } from '../model.ts'
import { findContainer } from './container/store.ts'
import { healthOf, restartsOf } from './engine.ts'
import { findImage, namesOf, requireReference } from './image/store.ts'
import { type DockerCommand, type DockerInvocation, record } from './invocation.ts'
import { networkDetails } from './networks.ts'
import type { Container, PublishedPort } from './state.ts'
import { renderTemplate } from './template.ts'

type Kind = 'container' | 'image' | 'network' | 'volume'

const MISSING: Readonly<Record<Kind | 'any', (name: string) => string>> = {
  any: (name) => `Error: No such object: ${name}`,
  container: (name) => `Error response from daemon: No such container: ${name}`,
  image: (name) => `Error response from daemon: No such image: ${/[:@]/.test(name) ? name : `${name}:latest`}`,
  network: (name) => `Error response from daemon: network ${name} not found`,
  volume: (name) => `Error response from daemon: get ${name}: no such volume`,
}

/** `docker inspect` and the `inspect` of each kind. */
export const inspect: DockerCommand = (at) => {
  const kind = kindOf(at)
  const found: unknown[] = []
  let stderr = ''
  for (const name of at.operands) {
    const details = detailsOf(at, kind, name)
    if (details === undefined) stderr += `${MISSING[kind ?? 'any'](name)}\n`
    else found.push(details)
  }
  return { ...print(at, found), stderr, exitCode: stderr === '' ? 0 : 1 }
}

const KINDS: readonly Kind[] = ['container', 'image', 'network', 'volume']

function kindOf(at: DockerInvocation): Kind | undefined {
  const named = at.flags.value('type') ?? at.path[0]
  return KINDS.find((kind) => kind === named)
}

function print(at: DockerInvocation, found: readonly unknown[]): Output {
  const format = at.flags.value('format')
  if (format === undefined || format === 'json') return succeed(`${JSON.stringify(found, null, format ? 0 : 4)}\n`)
  return succeed(found.map((details) => `${renderTemplate(format, details)}\n`).join(''))
}

function detailsOf(at: DockerInvocation, kind: Kind | undefined, name: string): unknown {
  const { state } = at
  const container = kind === undefined || kind === 'container' ? findContainer(state, name) : undefined
  if (container) return seen(at, 'container', container.name, containerDetails(at, container))
  const image = kind === undefined || kind === 'image' ? findImage(state, name) : undefined
  if (image) return seen(at, 'image', name, imageDetails(at, image))
  const network = kind === undefined || kind === 'network' ? state.networks.get(name) : undefined
  if (network) return seen(at, 'network', name, networkDetails(state, network))
  const volume = kind === undefined || kind === 'volume' ? state.volumes.get(name) : undefined
  if (!volume) return undefined
  const details = {
    CreatedAt: iso(volume.createdAt),
    Driver: 'local',
    Labels: volume.labels,
    Name: name,
    Scope: 'local',
  }
  return seen(at, 'volume', name, { ...details, Mountpoint: `/var/lib/docker/volumes/${name}/_data`, Options: null })
}

function seen(at: DockerInvocation, kind: Kind, name: string, details: unknown): unknown {
  record(at, 'read', kind, name)
  return details
}

const iso = (at: number): string => (at === 0 ? '0001-01-01T00:00:00Z' : new Date(at).toISOString())

function containerDetails(at: DockerInvocation, container: Container): unknown {
  const { image } = container
  const [path = '', ...args] = [...image.entrypoint, ...image.command]
  const networks = container.networks.map((name) => [name, { NetworkID: at.state.networks.get(name)?.id ?? '' }])
  return {
    Id: container.id,
    Created: iso(container.createdAt),
    Path: path,
    Args: args,
    State: stateDetails(container, at.call.world.clock.now()),
    Image: image.digest,
    Name: `/${container.name}`,
    RestartCount: restartsOf(container, at.call.world.clock.now()),
    Platform: 'linux',
    HostConfig: hostDetails(container),
    Config: {
      ...imageConfig(image, container.env),
      Image: container.imageName,
      Labels: { ...image.labels, ...container.labels },
    },
    NetworkSettings: {
      Ports: container.state === 'running' ? bindings(container.ports) : {},
      Networks: Object.fromEntries(networks),
    },
  }
}

function stateDetails(container: Container, now: number): Record<string, unknown> {
  const isChecked = container.startedAt > 0 && (container.healthcheck?.test[0] ?? 'NONE') !== 'NONE'
  // The engine calls a container whose check no longer runs unhealthy.
  const health = healthOf(container, now) ?? (isChecked ? 'unhealthy' : undefined)
  return {
    Status: container.state,
    Running: container.state === 'running' || container.state === 'restarting',
    Paused: false,
    Restarting: container.state === 'restarting',
    OOMKilled: false,
    Dead: false,
    ExitCode: container.exitCode,
    Error: '',
    StartedAt: iso(container.startedAt),
    FinishedAt: iso(container.finishedAt),
    ...(health === undefined ? {} : { Health: { Status: health, FailingStreak: 0, Log: [] } }),
  }
}

function hostDetails(container: Container): Record<string, unknown> {
  const [policy = 'no', retries = '0'] = container.restart.split(':')
  return {
    PortBindings: bindings(container.ports),
    RestartPolicy: { Name: policy, MaximumRetryCount: Number(retries) },
    AutoRemove: container.autoRemove,
    Memory: container.memory,
    NanoCpus: container.cpus * 1e9,
    NetworkMode: container.networks[0],
    ExtraHosts: container.hosts,
  }
}

const bindings = (ports: readonly PublishedPort[]): Record<string, unknown> =>
  Object.fromEntries(
    ports.map(({ ip, host, container, protocol }) => [
      `${container}/${protocol}`,
      [{ HostIp: ip, HostPort: String(host) }],
    ]),
  )

function imageConfig(image: Image, env: Readonly<Record<string, string>>): Record<string, unknown> {
  return {
    User: image.user,
    ExposedPorts: Object.fromEntries(image.ports.map((port) => [`${port}/tcp`, {}])),
    Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
    Cmd: image.command,
    Entrypoint: image.entrypoint.length > 0 ? image.entrypoint : null,
    WorkingDir: image.directory,
    Labels: image.labels,
    ...(image.healthcheck ? { Healthcheck: { Test: image.healthcheck.test } } : {}),
  }
}

function imageDetails(at: DockerInvocation, image: Image): unknown {
  const [os, architecture] = image.platform.split('/')
  const tags = namesOf(at.state, image)
  const { registries } = at.call.world
  const digests = tags.map(requireReference).flatMap((reference) => {
    const digest = registries.digestOf(reference)
    return digest === undefined
      ? []
      : [`${canonicalName({ ...reference, tag: undefined, digest })}`.replace(/^docker\.io\/(library\/)?/, '')]
  })
  return {
    Id: image.digest,
    RepoTags: tags,
    RepoDigests: digests,
    Created: iso(image.createdAt),
    Architecture: architecture,
    Os: os,
    Size: image.bytes,
    Config: imageConfig(image, image.env),
  }
}

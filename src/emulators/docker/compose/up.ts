import { buildImage } from '../../images/build/build.ts'
import { sha256 } from '../../images/digest.ts'
import type { Image } from '../../images/model.ts'
import { type EmulatedCall, NotModelled } from '../../model.ts'
import { createContainer } from '../container/create-container.ts'
import { findContainer } from '../container/store.ts'
import { healthOf, startContainer, stopContainer } from '../engine.ts'
import { pullImage } from '../image/pull.ts'
import { mayPull } from '../image/registry-access.ts'
import { findImage, requireReference, shortName, tagImage } from '../image/store.ts'
import { type DockerInvocation, Refused, record } from '../invocation.ts'
import { addNetwork } from '../networks.ts'
import type { Container } from '../state.ts'
import { addVolume } from '../volumes.ts'
import type { Project } from './project.ts'
import type { Service } from './service.ts'

/** What a Compose call prints about its progress, a line per change. */
export type Say = (line: string) => void

/** Starts a project's services in order, with their images, networks and volumes. */
export async function bringUp(
  at: DockerInvocation,
  project: Project,
  services: readonly Service[],
  say: Say,
): Promise<void> {
  const images = new Map<Service, Image>()
  for (const service of services) images.set(service, await imageOf(at, service, { force: at.flags.has('build'), say }))
  for (const network of project.networks)
    if (!at.state.networks.has(network))
      progress(say, `Network ${network}`, 'Creat', () => addNetwork(at, network, labelsOf(project)))
  for (const volume of new Set(services.flatMap(({ volumes }) => volumes)))
    if (!at.state.volumes.has(volume))
      progress(say, `Volume "${volume}"`, 'Creat', () => addVolume(at, volume, labelsOf(project)))
  for (const service of services) await startService(at, { project, service, image: images.get(service), say })
  if (at.flags.has('wait')) for (const service of services) await becomeReady(at, service, say)
}

const labelsOf = (project: Project): Record<string, string> => ({ 'com.docker.compose.project': project.name })

function progress(say: Say, subject: string, verb: string, action: () => void): void {
  say(` ${subject}  ${verb}ing`)
  action()
  say(` ${subject}  ${verb}ed`)
}

/** The image of a service: built when it must be, pulled when it is not here. */
async function imageOf(at: DockerInvocation, service: Service, how: { force: boolean; say: Say }): Promise<Image> {
  const local = findImage(at.state, service.image)
  const policy = at.flags.value('pull')
  const mayBuild = service.build !== undefined && !at.flags.has('no-build')
  if (local && policy !== 'always' && !(how.force && service.build)) return local
  if (policy === 'build') throw new NotModelled('docker compose up --pull build')
  if (mayBuild && policy !== 'always') return buildService(at, service, how.say)
  // An image that only a build gives has no name anybody could pull.
  if (policy === 'never' || !service.hasImage)
    throw new Refused(`Error response from daemon: No such image: ${shortName(requireReference(service.image))}`)
  how.say(` ${service.name} Pulling `)
  try {
    const { image } = await pullImage(at, service.image, service.platform)
    how.say(` ${service.name} Pulled `)
    return image
  } catch (error) {
    if (error instanceof Refused) how.say(` ${service.name} Error `)
    throw error
  }
}

/** Builds and tags a service's image. */
export async function buildService(at: DockerInvocation, service: Service, say: Say): Promise<Image> {
  const { build } = service
  if (!build) throw new Error('only a service with a build section is built')
  const result = await buildImage({
    world: at.call.world,
    files: at.call.files,
    contextDirectory: build.context,
    dockerfile: build.dockerfile,
    args: build.args,
    mayPull: (reference) => mayPull(at.call, reference),
    platform: service.platform ?? 'linux/amd64',
    ...(build.target === undefined ? {} : { target: build.target }),
  })
  say(result.log.trimEnd().replace(/\nERROR: [^\n]*$/, ''))
  if (!result.ok) throw new Refused(/ERROR: ([^\n]*)\n*$/.exec(result.log)?.[1] ?? 'failed to solve', 17)
  record(at, tagImage(at.state, requireReference(service.image), result.image), 'image', service.image)
  return result.image
}

interface Starting {
  project: Project
  service: Service
  image: Image | undefined
  say: Say
}

async function startService(at: DockerInvocation, { project, service, image, say }: Starting): Promise<void> {
  if (!image) throw new Error('every service has its image by now')
  for (const { service: needed, condition } of service.dependsOn)
    await awaitDependency(at, project, { needed, condition, say })
  const hash = sha256(JSON.stringify([service, image.digest]))
  const current = containerOf(at.call, service)
  const isSame = current?.labels['com.docker.compose.config-hash'] === hash && !at.flags.has('force-recreate')
  if (current && isSame && current.state === 'running') return say(` Container ${service.containerName}  Running`)
  if (current && !isSame) replace(at, current)
  const verb = current && !isSame ? 'Recreat' : 'Creat'
  if (!current || !isSame) {
    progress(say, `Container ${service.containerName}`, verb, () => addContainer(at, { project, service, image, hash }))
    record(at, current ? 'update' : 'create', 'container', service.containerName)
  }
  const container = containerOf(at.call, service)
  if (!container || at.flags.has('no-start')) return
  say(` Container ${service.containerName}  Starting`)
  await startOrRefuse(at.call, container)
  say(` Container ${service.containerName}  Started`)
}

/** Another takes its place: to whoever looks on, it changes. */
function replace(at: DockerInvocation, container: Container): void {
  stopContainer(at.call, container, 0)
  at.state.containers.delete(container.id)
}

/** Starts a container; the engine's refusal ends Compose with 1. */
export async function startOrRefuse(call: EmulatedCall, container: Container): Promise<void> {
  try {
    await startContainer(call, container)
  } catch (error) {
    if (error instanceof Refused) throw new Refused(`Error response from daemon: ${error.message}`)
    throw error
  }
}

/** The container of a service, or undefined. One that has its name and was made by hand is not Compose's. */
export const containerOf = (
  call: EmulatedCall,
  service: Pick<Service, 'name' | 'containerName'>,
): Container | undefined => {
  const container = findContainer(call.world.docker, service.containerName)
  const isOwn = container?.labels['com.docker.compose.service'] === service.name
  return isOwn && container.name === service.containerName ? container : undefined
}

function addContainer(
  at: DockerInvocation,
  from: { project: Project; service: Service; image: Image; hash: string },
): void {
  const { project, service, image, hash } = from
  const check = service.healthcheck === 'disabled' ? undefined : (service.healthcheck ?? image.healthcheck)
  const labels = { 'com.docker.compose.service': service.name, 'com.docker.compose.config-hash': hash }
  try {
    createContainer(at.call, {
      name: service.containerName,
      image: overridden(service, image),
      imageName: service.image,
      healthcheck: check,
      options: {
        env: service.env,
        ports: service.ports,
        networks: service.networks,
        volumes: service.volumes,
        restart: service.restart,
        autoRemove: false,
        labels: { ...service.labels, ...labelsOf(project), ...labels },
        memory: service.memory,
        cpus: 0,
        hosts: service.hosts,
      },
    })
  } catch (error) {
    if (error instanceof Refused) throw new Refused(error.message)
    throw error
  }
}

function overridden(service: Service, image: Image): Image {
  return {
    ...image,
    entrypoint: service.entrypoint ?? image.entrypoint,
    command: service.command ?? (service.entrypoint ? [] : image.command),
    user: service.user ?? image.user,
    directory: service.directory ?? image.directory,
  }
}

async function awaitDependency(
  at: DockerInvocation,
  project: Project,
  wanted: { needed: string; condition: string; say: Say },
): Promise<void> {
  const service = project.services.find(({ name }) => name === wanted.needed)
  if (!service || wanted.condition === 'service_started') return
  const container = containerOf(at.call, service)
  const { containerName } = service
  if (wanted.condition === 'service_completed_successfully') {
    if (container?.state === 'exited' && container.exitCode === 0) return
    throw new Refused(`service "${wanted.needed}" didn't complete successfully: exit ${container?.exitCode ?? 1}`)
  }
  wanted.say(` Container ${containerName}  Waiting`)
  const problem = container ? waitHealthy(at.call, container) : `container ${containerName} is not running`
  if (problem !== undefined) throw new Refused(`dependency failed to start: ${problem}`)
  wanted.say(` Container ${containerName}  Healthy`)
}

async function becomeReady(at: DockerInvocation, service: Service, say: Say): Promise<void> {
  const container = containerOf(at.call, service)
  if (!container) return
  say(` Container ${service.containerName}  Waiting`)
  const problem = container.healthcheck ? waitHealthy(at.call, container) : exitProblem(container)
  if (problem !== undefined) throw new Refused(problem)
  say(` Container ${service.containerName}  Healthy`)
}

const exitProblem = (container: Container): string | undefined =>
  container.state === 'running' ? undefined : `container ${container.name} exited (${container.exitCode})`

/** Lets time pass until a container's health is known. What is wrong, or undefined. */
function waitHealthy(call: EmulatedCall, container: Container): string | undefined {
  if (container.state !== 'running') return exitProblem(container)
  if (!container.healthcheck) return `container ${container.name} has no healthcheck configured`
  const step = Math.max(500, container.healthcheck.intervalMs)
  while (healthOf(container, call.world.clock.now()) === 'starting') call.world.clock.advance(step)
  return healthOf(container, call.world.clock.now()) === 'healthy'
    ? undefined
    : `container ${container.name} is unhealthy`
}

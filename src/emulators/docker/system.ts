import type { Image } from '../images/model.ts'
import { canonicalName } from '../images/reference.ts'
import { fail, NotModelled, succeed } from '../model.ts'
import { drop } from './container/containers.ts'
import { deleteImage, requireForce, unusedImages } from './image/images.ts'
import { isHidden, mayPull, unreachable } from './image/registry-access.ts'
import { allImages, requireReference } from './image/store.ts'
import { type DockerCommand, type DockerInvocation, record } from './invocation.ts'
import { printList } from './list-format.ts'
import { pruneFilter } from './prune-filter.ts'
import { renderTemplate } from './template.ts'
import { humanSize, table } from './text.ts'

const VERSION = '26.1.5'

export const version: DockerCommand = (at) => {
  const engine = { Version: VERSION, ApiVersion: '1.45', Os: 'linux', Arch: 'amd64' }
  const format = at.flags.value('format')
  if (format !== undefined) return succeed(`${renderTemplate(format, { Client: engine, Server: engine })}\n`)
  const lines = [` Version:           ${VERSION}`, ' API version:       1.45', ' OS/Arch:           linux/amd64'].join(
    '\n',
  )
  return succeed(`Client:\n${lines}\n\nServer: Docker Engine - Community\n Engine:\n${lines.replaceAll(/^/gm, ' ')}\n`)
}

export const info: DockerCommand = (at) => {
  const all = [...at.state.containers.values()]
  const facts = {
    Containers: all.length,
    ContainersRunning: all.filter(({ state }) => state === 'running').length,
    Images: allImages(at.state).size,
    ServerVersion: VERSION,
    Driver: 'overlay2',
    NCPU: 2,
    OSType: 'linux',
    Architecture: 'x86_64',
    OperatingSystem: 'Debian GNU/Linux 13 (trixie)',
  }
  const format = at.flags.value('format')
  if (format !== undefined) return succeed(`${renderTemplate(format, facts)}\n`)
  return succeed(
    `Client:\n Version:    ${VERSION}\n Context:    default\n\nServer:\n Containers: ${facts.Containers}\n  Running: ${facts.ContainersRunning}\n Images: ${facts.Images}\n Server Version: ${VERSION}\n Storage Driver: ${facts.Driver}\n Operating System: ${facts.OperatingSystem}\n OSType: linux\n Architecture: x86_64\n`,
  )
}

export const df: DockerCommand = (at) => {
  const images = [...allImages(at.state)]
  const unused = unusedImages(at, true)
  const size = (list: readonly { bytes: number }[]): string =>
    humanSize(list.reduce((sum, { bytes }) => sum + bytes, 0))
  const containers = [...at.state.containers.values()]
  const running = containers.filter(({ state }) => state === 'running').length
  const volumes = at.state.volumes.size
  const rows = [
    ['TYPE', 'TOTAL', 'ACTIVE', 'SIZE', 'RECLAIMABLE'],
    ['Images', String(images.length), String(images.length - unused.length), size(images), size(unused)],
    ['Containers', String(containers.length), String(running), '0B', '0B'],
    ['Local Volumes', String(volumes), String(volumes), '0B', '0B'],
    ['Build Cache', '0', '0', '0B', '0B'],
  ]
  const format = at.flags.value('format')
  if (format === undefined) return succeed(table(rows))
  const named = rows
    .slice(1)
    .map(([Type, TotalCount, Active, Size, Reclaimable]) => ({ Type, TotalCount, Active, Size, Reclaimable }))
  return succeed(named.map((row) => `${renderTemplate(format, row)}\n`).join(''))
}

/** `docker container prune`. */
export const pruneContainers: DockerCommand = (at) => {
  requireForce(at, 'WARNING! This will remove all stopped containers.')
  const ids = dropStopped(at)
  const list = ids.length > 0 ? `Deleted Containers:\n${ids.join('\n')}\n\n` : ''
  return succeed(`${list}Total reclaimed space: 0B\n`)
}

function dropStopped(at: DockerInvocation): string[] {
  const removes = pruneFilter(at)
  const stopped = [...at.state.containers.values()]
    .filter(({ state }) => state === 'exited' || state === 'created')
    .filter(removes)
  for (const container of stopped) drop(at, container)
  return stopped.map(({ id }) => id)
}

function pruneUnusedNetworks(at: DockerInvocation): string[] {
  const used = new Set([...at.state.containers.values()].flatMap(({ networks }) => networks))
  const removes = pruneFilter(at)
  const unused = [...at.state.networks.values()]
    .filter(({ name }) => !/^(bridge|host|none)$/.test(name) && !used.has(name))
    .filter(removes)
    .map(({ name }) => name)
  for (const name of unused) {
    at.state.networks.delete(name)
    record(at, 'delete', 'network', name)
  }
  return unused
}

export const pruneNetworks: DockerCommand = (at) => {
  requireForce(at, 'WARNING! This will remove all custom networks not used by at least one container.')
  const names = pruneUnusedNetworks(at)
  return succeed(names.length > 0 ? `Deleted Networks:\n${names.join('\n')}\n\n` : '')
}

/** `docker volume prune`: named volumes only with `--all`. */
export const pruneVolumes: DockerCommand = (at) => {
  requireForce(at, 'WARNING! This will remove anonymous local volumes not used by at least one container.')
  const names = at.flags.has('all') ? dropVolumes(at) : []
  return succeed(`${names.length > 0 ? `Deleted Volumes:\n${names.join('\n')}\n\n` : ''}Total reclaimed space: 0B\n`)
}

function dropVolumes(at: DockerInvocation): string[] {
  const used = new Set([...at.state.containers.values()].flatMap(({ volumes }) => volumes))
  const removes = pruneFilter(at)
  const unused = [...at.state.volumes.values()]
    .filter((one) => !used.has(one.name) && removes(one))
    .map(({ name }) => name)
  for (const name of unused) {
    at.state.volumes.delete(name)
    record(at, 'delete', 'volume', name)
  }
  return unused
}

/** `docker system prune`. */
export const pruneSystem: DockerCommand = (at) => {
  requireForce(
    at,
    'WARNING! This will remove all stopped containers, unused networks, dangling images and build cache.',
  )
  const containers = dropStopped(at)
  const networks = pruneUnusedNetworks(at)
  const removed = unusedImages(at, at.flags.has('all')).filter(pruneFilter(at))
  const images = removed.flatMap((image) => deleteImage(at, image))
  const part = (title: string, lines: readonly string[]): string =>
    lines.length > 0 ? `${title}:\n${lines.join('\n')}\n\n` : ''
  const total = humanSize(removed.reduce((sum, { bytes }) => sum + bytes, 0))
  return succeed(
    `${part('Deleted Containers', containers)}${part('Deleted Networks', networks)}${part('Deleted Images', images)}Total reclaimed space: ${total}\n`,
  )
}

export const listContexts: DockerCommand = (at) =>
  printList(
    [
      {
        Name: 'default *',
        Description: 'Current DOCKER_HOST based configuration',
        DockerEndpoint: 'unix:///var/run/docker.sock',
      },
    ],
    {
      columns: [
        ['NAME', 'Name'],
        ['DESCRIPTION', 'Description'],
        ['DOCKER ENDPOINT', 'DockerEndpoint'],
      ],
      format: at.flags.value('format'),
    },
  )

export const showContext: DockerCommand = () => succeed('default\n')

/** `docker manifest inspect` and `docker buildx imagetools inspect`: what a registry holds. */
export const inspectManifest: DockerCommand = async (at) => {
  const name = at.operands.at(-1) ?? ''
  const reference = requireReference(name)
  const { registries } = at.call.world
  const isManifest = at.path[0] === 'manifest'
  const reason = await unreachable(at.call, reference.host)
  if (reason !== undefined)
    return fail(
      isManifest ? `failed to configure transport: error pinging v2 registry: ${reason}\n` : `ERROR: ${reason}\n`,
    )
  if (isManifest && (await isHidden(at.call, reference))) return fail(HIDDEN)
  const platforms = (await mayPull(at.call, reference)) ? registries.platformsOf(reference) : []
  if (platforms.length === 0)
    return fail(
      isManifest
        ? `no such manifest: ${canonicalName(reference)}\n`
        : `ERROR: ${canonicalName(reference)}: not found\n`,
    )
  record(at, 'read', 'image', name)
  if (at.path[0] !== 'manifest') return imagetools(at, platforms)
  const [only] = platforms
  if (platforms.length === 1 && only !== undefined)
    return succeed(`${JSON.stringify(singleManifest(registries.find(reference, only)), null, 3)}\n`)
  const manifests = platforms.map((platform) => {
    const [os, architecture] = platform.split('/')
    return {
      mediaType: MANIFEST,
      size: 2205,
      digest: registries.find(reference, platform)?.digest,
      platform: { architecture, os },
    }
  })
  return succeed(`${JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }, null, 3)}\n`)
}

const HIDDEN = 'errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n\n'

/** An image pushed for one platform. How its layers are divided is not modelled: they are one. */
const singleManifest = (image: Image | undefined) => ({
  schemaVersion: 2,
  mediaType: SINGLE,
  config: { mediaType: 'application/vnd.docker.container.image.v1+json', size: 2205, digest: image?.digest },
  layers: [
    { mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', size: image?.bytes, digest: image?.digest },
  ],
})

const SINGLE = 'application/vnd.docker.distribution.manifest.v2+json'
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const INDEX = 'application/vnd.oci.image.index.v1+json'

function imagetools(at: DockerInvocation, platforms: readonly string[]) {
  if (at.flags.has('format') || at.flags.has('raw')) throw new NotModelled('docker buildx imagetools inspect --format')
  const reference = requireReference(at.operands[0] ?? '')
  const { registries } = at.call.world
  const each = platforms.map(
    (platform) =>
      `  Name:      ${canonicalName({ ...reference, tag: undefined, digest: registries.find(reference, platform)?.digest })}\n  MediaType: ${MANIFEST}\n  Platform:  ${platform}\n`,
  )
  return succeed(
    `Name:      ${canonicalName(reference)}\nMediaType: ${INDEX}\nDigest:    ${registries.digestOf(reference)}\n\nManifests:\n${each.join('\n')}`,
  )
}

import type { Image, Reference } from '../../images/model.ts'
import { canonicalName, familiarName } from '../../images/reference.ts'
import { succeed } from '../../model.ts'
import { type DockerCommand, type DockerInvocation, Refused, record } from '../invocation.ts'
import { mayPull, requirePush, unreachable } from './registry-access.ts'
import { findImage, requireReference, shortName, tagImage } from './store.ts'

/** Gets an image from its registry into the engine. Refused as the registry answers. */
export async function pullImage(
  at: DockerInvocation,
  name: string,
  platform: string | undefined,
): Promise<{ image: Image; log: string }> {
  const reference = requireReference(name)
  const image = await requireRemote(at, reference, platform ?? 'linux/amd64')
  const isNew = findImage(at.state, name)?.digest !== image.digest
  if (!isNew) record(at, 'read', 'image', shortName(reference))
  else if (reference.tag !== undefined) record(at, tagImage(at.state, reference, image), 'image', shortName(reference))
  const digest = at.call.world.registries.digestOf(reference)
  const status = isNew ? 'Downloaded newer image' : 'Image is up to date'
  const from = `${reference.tag ?? reference.digest}: Pulling from ${withoutHost(reference)}`
  return { image, log: `${from}\nDigest: ${digest}\nStatus: ${status} for ${shortName(reference)}\n` }
}

const withoutHost = ({ host, path }: Reference): string => path.slice(host.length + 1)

/** What the registry has under a reference, for a platform. */
async function requireRemote(at: DockerInvocation, reference: Reference, platform: string): Promise<Image> {
  const { registries } = at.call.world
  const reason = await unreachable(at.call, reference.host)
  if (reason !== undefined) throw daemonRefusal(reason)
  const isAllowed = await mayPull(at.call, reference)
  if (!isAllowed && reference.host !== 'docker.io')
    throw daemonRefusal(
      `Head "https://${reference.host}/v2/${withoutHost(reference)}/manifests/${reference.tag}": denied: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.downloadArtifacts"`,
    )
  if (!isAllowed || registries.list(reference.path).every(({ path }) => path !== reference.path))
    throw daemonRefusal(
      `pull access denied for ${familiarName(reference.path)}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    )
  if (!registries.find(reference))
    throw daemonRefusal(`manifest for ${shortName(reference)} not found: manifest unknown: manifest unknown`)
  const image = registries.find(reference, platform)
  if (!image) throw daemonRefusal(`no matching manifest for ${platform} in the manifest list entries`)
  return image
}

const daemonRefusal = (reason: string): Refused => new Refused(`Error response from daemon: ${reason}`)

/** `docker pull`. */
export const pull: DockerCommand = async (at) => {
  const [name = ''] = at.operands
  const notes = parseDefault(name) ? 'Using default tag: latest\n' : ''
  const { log } = await pullImage(at, name, at.flags.value('platform'))
  const full = canonicalName(requireReference(name))
  return succeed(at.flags.has('quiet') ? `${full}\n` : `${notes}${log}${full}\n`)
}

const parseDefault = (name: string): boolean => !/[:@]/.test(name.slice(name.lastIndexOf('/') + 1))

/** `docker push`. */
export const push: DockerCommand = async (at) => {
  const [name = ''] = at.operands
  const reference = requireReference(name)
  const refers = `The push refers to repository [${reference.path}]\n`
  const image = findImage(at.state, name)
  const none = `An image does not exist locally with the tag: ${familiarName(reference.path)}\n`
  if (!image) return { stdout: refers, stderr: none, exitCode: 1 }
  try {
    await requirePush(at.call, reference, image)
  } catch (error) {
    if (error instanceof Refused) return { stdout: refers, stderr: `${error.message}\n`, exitCode: 1 }
    throw error
  }
  const { registries } = at.call.world
  const known = registries.digestOf(reference) !== undefined
  const digest = registries.push(reference, image)
  record(at, known ? 'update' : 'create', 'image', shortName(reference))
  if (at.flags.has('quiet')) return succeed(`${canonicalName(reference)}\n`)
  const notes = parseDefault(name) ? 'Using default tag: latest\n' : ''
  return succeed(`${notes}${refers}${reference.tag}: digest: ${digest} size: 2205\n`)
}

/** `docker tag`. */
export const tag: DockerCommand = (at) => {
  const [source = '', target = ''] = at.operands
  const image = findImage(at.state, source)
  const reference = namedReference(target)
  if (!image)
    throw new Refused(`Error response from daemon: No such image: ${/[:@]/.test(source) ? source : `${source}:latest`}`)
  record(at, tagImage(at.state, reference, image), 'image', shortName(reference))
  return succeed()
}

function namedReference(text: string) {
  try {
    return requireReference(text)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused(`Error parsing reference: "${text}" is not a valid repository/tag: ${error.message}`)
  }
}

import { movedTagRefusal } from '../../gcloud/immutable-tags.ts'
import type { Image, Reference } from '../../images/model.ts'
import type { EmulatedCall } from '../../model.ts'
import { isSentHome } from '../../network/hosts.ts'
import { Refused } from '../invocation.ts'

/**
 * Whether the user may push to a reference, else the registry's refusal: Artifact
 * Registry needs the credential helper `gcloud auth configure-docker` writes and a
 * repository whose tags may move or are new; Docker Hub a login and a namespace of the user's.
 */
export async function requirePush(call: EmulatedCall, reference: Reference, image: Image): Promise<void> {
  const { host, path } = reference
  const reason = await unreachable(call, host)
  if (reason !== undefined) throw new Refused(reason)
  const { registries, docker, hub } = call.world
  if (/\.pkg\.dev$/.test(host)) return requirePackageRegistry(call, reference, image)
  const user = docker.logins.get(host)
  if (host === 'docker.io' && !hub.mayPush(user, hubRepository(reference)))
    throw new Refused('denied: requested access to the resource is denied')
  if (host !== 'docker.io' && user === undefined) throw new Refused('no basic auth credentials')
  if (host !== 'docker.io' && !registries.isAllowed(path))
    throw new Refused(`name unknown: repository ${path} not found`)
}

async function requirePackageRegistry(call: EmulatedCall, reference: Reference, image: Image): Promise<void> {
  const { host, path } = reference
  const [, project = '', repository = ''] = path.split('/')
  const location = host.replace(/-docker\.pkg\.dev$/, '')
  if (!(await hasHelper(call, host)))
    throw new Refused(
      `denied: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.uploadArtifacts" on resource "projects/${project}/locations/${location}/repositories/${repository}" (or it may not exist)`,
    )
  if (!call.world.registries.isAllowed(path)) throw new Refused(`name unknown: Repository "${repository}" not found`)
  const moved = movedTagRefusal(call.world, reference, image.digest)
  if (moved !== undefined) throw new Refused(moved)
}

/** Why a registry cannot be asked from this machine, in the words of the engine and the client; undefined when it can. */
export async function unreachable(call: EmulatedCall, host: string): Promise<string | undefined> {
  const name = host === 'docker.io' ? 'registry-1.docker.io' : host
  if (!(await isSentHome(call, name))) return undefined
  return `Get "https://${name}/v2/": dial tcp 127.0.0.1:443: connect: connection refused`
}

const hubRepository = ({ path }: Reference): string => path.slice('docker.io/'.length)

/** Whether pulling is possible: pkg.dev with credentials, a private repository of Docker Hub for its members, others always. */
export async function mayPull(call: EmulatedCall, reference: Reference): Promise<boolean> {
  const { hub, docker } = call.world
  if (reference.host === 'docker.io') return hub.mayPull(docker.logins.get('docker.io'), hubRepository(reference))
  return !/\.pkg\.dev$/.test(reference.host) || hasHelper(call, reference.host)
}

/** Docker Hub says the same of a repository that is not there and of one the caller may not see. */
export async function isHidden(call: EmulatedCall, reference: Reference): Promise<boolean> {
  if (reference.host !== 'docker.io') return false
  const isThere = call.world.registries.list(reference.path).some(({ path }) => path === reference.path)
  return !isThere || !(await mayPull(call, reference))
}

async function hasHelper(call: EmulatedCall, host: string): Promise<boolean> {
  if (call.world.docker.logins.has(host)) return true
  const path = `${call.env.DOCKER_CONFIG ?? `${call.env.HOME ?? '/root'}/.docker`}/config.json`
  if (!(await call.files.exists(path))) return false
  try {
    const config = JSON.parse(await call.files.read(path)) as { credHelpers?: Record<string, string> }
    return config.credHelpers?.[host] !== undefined
  } catch {
    throw new Refused(`WARNING: Error loading config file: ${path}: invalid character`)
  }
}

import type { Reference } from '../images/model.ts'
import type { World } from '../world.ts'

/** Whether a repository's tags may not move. `path` begins after the host, `my-project/shop/agent`. */
export const hasImmutableTags = (world: World, host: string, path: string): boolean => {
  const [owner = '', name = ''] = path.split('/')
  const location = host.replace('-docker.pkg.dev', '')
  return world.cloud.projects.get(owner)?.repositories.get(`${location}/${name}`)?.immutableTags === true
}

/** What Artifact Registry answers to a push that would move a tag. */
export const tagIsImmutable = (tag: string): string =>
  `cannot update tag ${tag}. The repository has enabled tag immutability`

/** Why a tag cannot take an image, in Docker's words; undefined where it can. */
export const movedTagRefusal = (world: World, reference: Reference, digest: string): string | undefined => {
  const { host, path, tag } = reference
  const held = world.registries.digestOf(reference)
  if (tag === undefined || held === undefined || held === digest) return undefined
  if (!hasImmutableTags(world, host, path.slice(host.length + 1))) return undefined
  return `manifest invalid: ${tagIsImmutable(tag)}`
}

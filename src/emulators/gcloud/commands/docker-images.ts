import { parseReference } from '../../images/reference.ts'
import { needApi, needPermission, projectNamed } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { ARTIFACT_API } from '../declared/repositories.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import { movedTagRefusal } from '../immutable-tags.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Reply } from '../output.ts'
import type { Project, Repository } from '../state.ts'

interface Place {
  project: Project
  repository: Repository
  /** Path of the repository or of an image in it. */
  path: string
}

/** The repository an image path names: `europe-west1-docker.pkg.dev/my-project/repo/agent`. */
const locate = (invocation: GcloudInvocation, text: string): Place => {
  const path = parseReference(text)?.path ?? text
  const found = /^([a-z0-9-]+)-docker\.pkg\.dev\/([^/]+)\/([^/]+)/.exec(path)
  if (found === null) throw new GcloudFailure(INVALID_PATH)
  const [, location, projectId, name] = found as unknown as [string, string, string, string]
  const project = projectNamed(invocation, projectId)
  needApi(invocation, project, ARTIFACT_API)
  const repository = project.repositories.get(`${location}/${name}`)
  if (repository === undefined) throw apiFailure('NOT_FOUND', 'Requested entity was not found.')
  const resource = `projects/${project.id}/locations/${location}/repositories/${name}`
  needPermission(invocation, project, 'artifactregistry.repositories.get', { resource, policy: repository.policy })
  return { project, repository, path }
}

const INVALID_PATH = `Invalid Docker string.

A valid Docker repository has the format of
  LOCATION-docker.DOMAIN/PROJECT-ID/REPOSITORY-ID

A valid image has the format of
  LOCATION-docker.DOMAIN/PROJECT-ID/REPOSITORY-ID/IMAGE`

const listing = ({ project, repository }: Place): string =>
  `Listing items under project ${project.id}, location ${repository.location}, repository ${repository.name}.\n\n`

const listImages = (invocation: GcloudInvocation): Reply => {
  const place = locate(invocation, invocation.argument('IMAGE_PATH'))
  invocation.effect('read', 'docker.image', place.path)
  const tagged = invocation.switch('--include-tags') === true
  const resources: JsonObject[] = invocation.world.registries.list(place.path).map(({ path, image, tags }) => ({
    createTime: iso(image.createdAt),
    metadata: { imageSizeBytes: String(image.bytes), mediaType: 'application/vnd.oci.image.index.v1+json' },
    package: path,
    tags: tagged ? tags : '',
    updateTime: iso(image.createdAt),
    version: image.digest,
  }))
  const tagColumn = tagged ? 'tags.list(),' : ''
  const layout = `table(package:label=IMAGE,version:label=DIGEST,${tagColumn}createTime.date(),updateTime.date(),metadata.imageSizeBytes:label=SIZE)`
  return { resources, layout, stderr: listing(place) }
}

const listTags = (invocation: GcloudInvocation): Reply => {
  const place = locate(invocation, invocation.argument('IMAGE_PATH'))
  invocation.effect('read', 'docker.image', place.path)
  const resources = invocation.world.registries
    .list(place.path)
    .flatMap(({ path, image, tags }) => tags.map((tag) => ({ image: path, tag, version: image.digest })))
  return { resources, layout: 'table(tag.basename(),image,version.basename():label=DIGEST)', stderr: listing(place) }
}

const described = (invocation: GcloudInvocation, text: string) => {
  const place = locate(invocation, text)
  const reference = parseReference(text)
  const digest = reference && invocation.world.registries.digestOf(reference)
  if (!reference || digest === undefined) throw new GcloudFailure('Image not found.')
  return { place, reference, digest }
}

const describe = (invocation: GcloudInvocation): Reply => {
  const { place, digest } = described(invocation, invocation.argument('IMAGE'))
  invocation.effect('read', 'docker.image', place.path)
  return {
    resources: {
      image_summary: {
        digest,
        fully_qualified_digest: `${place.path}@${digest}`,
        registry: `${place.repository.location}-docker.pkg.dev`,
        repository: place.repository.name,
      },
    },
  }
}

const remove = (invocation: GcloudInvocation): Reply => {
  const { place, reference, digest } = described(invocation, invocation.argument('IMAGE'))
  const resource = `projects/${place.project.id}/locations/${place.repository.location}/repositories/${place.repository.name}`
  needPermission(invocation, place.project, 'artifactregistry.versions.delete', {
    resource,
    policy: place.repository.policy,
  })
  const tags = tagsOf(invocation, place.path, digest)
  if (!invocation.has('--delete-tags') && (tags.length > 1 || (reference.digest !== undefined && tags.length > 0))) {
    throw new GcloudFailure(
      `Cannot delete image ${place.path}@${digest} because it is tagged. Existing tags are:\n${tags.map((tag) => `- ${place.path}:${tag}`).join('\n')}`,
    )
  }
  const names = `Digests:\n- ${place.path}@${digest}\n\nTags:\n${tags.map((tag) => `- ${place.path}:${tag}\n`).join('')}`
  if (!invocation.confirm('This operation will delete the above resources.'))
    throw new GcloudFailure('Aborted by user.')
  if (place.repository.immutableTags && tags.length > 0) throw apiFailure('FAILED_PRECONDITION', IMMUTABLE)
  invocation.world.registries.remove(place.path, digest)
  invocation.effect('delete', 'docker.image', `${place.path}@${digest}`)
  return {
    stderr: `${names}Delete request issued.\nWaiting for operation [${resource.replace(/\/repositories.*/, '')}/operations/${uuid(digest)}] to complete...done.\n`,
  }
}

const IMMUTABLE = 'cannot delete a tagged image. The repository has enabled tag immutability'

const tagsOf = (invocation: GcloudInvocation, path: string, digest: string): readonly string[] =>
  invocation.world.registries.list(path).find((one) => one.path === path && one.image.digest === digest)?.tags ?? []

const addTag = (invocation: GcloudInvocation): Reply => {
  const { reference } = described(invocation, invocation.argument('DOCKER_IMAGE'))
  const target = parseReference(invocation.argument('DOCKER_TAG'))
  const image = invocation.world.registries.find(reference)
  if (target === undefined || image === undefined || target.path !== reference.path) {
    throw new GcloudFailure(
      `Image ${reference.path} does not match image ${target?.path ?? invocation.argument('DOCKER_TAG')}`,
    )
  }
  const moved = movedTagRefusal(invocation.world, target, reference.digest ?? image.digest)
  if (moved !== undefined) throw apiFailure('INVALID_ARGUMENT', moved)
  const others = invocation.world.registries
    .platformsOf(reference)
    .filter((platform) => platform !== image.platform)
    .flatMap((platform) => invocation.world.registries.find(reference, platform) ?? [])
  invocation.world.registries.push(target, image, others)
  invocation.effect('update', 'docker.image', target.text)
  return { stderr: `Added tag [${target.text}] to image [${reference.text}].\n` }
}

/** `gcloud artifacts docker`. */
export const DOCKER_IMAGE_COMMANDS: CloudCommands = {
  'artifacts docker images list': { flags: ['--include-tags'], run: listImages },
  'artifacts docker images describe': { flags: [], run: describe },
  'artifacts docker images delete': { flags: ['--delete-tags', '--async'], run: remove },
  'artifacts docker tags list': { flags: [], run: listTags },
  'artifacts docker tags add': { flags: [], run: addTag },
}

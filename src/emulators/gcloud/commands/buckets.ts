import { REGIONS } from '#schema/gcp-region.ts'
import { needBilling, needPermission, projectOf } from '../access.ts'
import { bindingCommands } from '../bindings.ts'
import type { CloudCommands } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import type { Reply } from '../output.ts'
import { type Bucket, newBucket, type Project } from '../state.ts'
import { needBucketPermission, needStoragePermission } from '../storage/access.ts'
import { bucketNamed, needBucket } from '../storage/bucket.ts'
import { needBucketUrl } from '../storage/url.ts'

const MULTI_REGIONS = ['US', 'EU', 'ASIA']
/** Letters, digits, dashes, underscores and dots; 3 to 63 characters (docs: bucket naming). */
const NAME = /^[a-z0-9][a-z0-9_.-]{1,61}[a-z0-9]$/

const create = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  const location = (invocation.flag('--location') ?? 'US').toUpperCase()
  const names = invocation.arguments('URL').map((url) => needBucketUrl(url, invocation.id))
  for (const name of names) createOne(invocation, { project, name, location })
  return { stderr: names.map((name) => `Creating gs://${name}/...\n`).join('') }
}

const createOne = (
  invocation: GcloudInvocation,
  { project, name, location }: { project: Project; name: string; location: string },
): void => {
  const before = `Creating gs://${name}/...\n`
  needStoragePermission(invocation, project, 'storage.buckets.create')
  needBilling(project)
  if (!NAME.test(name)) throw new GcloudFailure(`HTTPError 400: Invalid bucket name: '${name}'`, { before })
  if (![...MULTI_REGIONS, ...REGIONS.map((region) => region.toUpperCase())].includes(location))
    throw new GcloudFailure('HTTPError 400: The specified location constraint is not valid.', { before })
  const taken = bucketNamed(invocation, name)
  if (taken) throw new GcloudFailure(taken.project === project ? OWNED : TAKEN, { before })
  const storageClass = invocation.flag('--default-storage-class')?.toUpperCase() ?? 'STANDARD'
  project.buckets.set(name, { ...newBucket({ name, location, createdAt: invocation.now }), storageClass })
  invocation.effect('create', 'storage.bucket', name)
}

const OWNED = 'HTTPError 409: Your previous request to create the named bucket succeeded and you already own it.'
const TAKEN =
  'HTTPError 409: The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.'

const stamp = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}+0000`

const json = (bucket: Bucket): JsonObject => ({
  creation_time: stamp(bucket.createdAt),
  default_storage_class: bucket.storageClass,
  location: bucket.location,
  location_type: MULTI_REGIONS.includes(bucket.location) ? 'multi-region' : 'region',
  metageneration: 1,
  name: bucket.name,
  public_access_prevention: 'inherited',
  storage_url: `gs://${bucket.name}/`,
  uniform_bucket_level_access: true,
  update_time: stamp(bucket.createdAt),
})

const list = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  const names = invocation.arguments('URLS').map((url) => needBucketUrl(url, invocation.id))
  needStoragePermission(invocation, project, 'storage.buckets.list')
  invocation.effect('read', 'storage.bucket', 'all')
  const buckets =
    names.length > 0 ? names.map((name) => needBucket(invocation, name).bucket) : [...project.buckets.values()]
  return { resources: buckets.sort((a, b) => (a.name < b.name ? -1 : 1)).map(json), layout: 'yaml' }
}

const describe = (invocation: GcloudInvocation): Reply => {
  const found = needBucket(invocation, needBucketUrl(invocation.argument('URL'), invocation.id))
  needBucketPermission(invocation, found, 'storage.buckets.get')
  invocation.effect('read', 'storage.bucket', found.bucket.name)
  return { resources: json(found.bucket) }
}

const remove = (invocation: GcloudInvocation): Reply => {
  const names = invocation.arguments('URLS').map((url) => needBucketUrl(url, invocation.id))
  for (const name of names) {
    const found = needBucket(invocation, name)
    needBucketPermission(invocation, found, 'storage.buckets.delete')
    if (found.bucket.objects.size > 0)
      throw new GcloudFailure('HTTPError 409: The bucket you tried to delete is not empty.', {
        before: `Removing gs://${name}/...\n`,
      })
    found.project.buckets.delete(name)
    invocation.effect('delete', 'storage.bucket', name)
  }
  const lines = names.map((name) => `Removing gs://${name}/...\n`).join('')
  return { stderr: `${lines}  Completed ${names.length}/${names.length}\n` }
}

const guarded = (invocation: GcloudInvocation) => {
  const { project, bucket } = needBucket(invocation, needBucketUrl(invocation.argument('URL'), invocation.id))
  return {
    project,
    policy: bucket.policy,
    label: `bucket [${bucket.name}]`,
    resource: `gs://${bucket.name}`,
    permission: 'storage.buckets.setIamPolicy',
  }
}

/** Who Cloud Storage acts as in a project: it publishes the events of its buckets. */
export const storageAgent = ({ number }: Project): string =>
  `service-${number}@gs-project-accounts.iam.gserviceaccount.com`

const serviceAgent = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  needPermission(invocation, project, 'resourcemanager.projects.get', { resource: `projects/${project.id}` })
  invocation.effect('read', 'storage.service-agent', project.id)
  return { stdout: `${storageAgent(project)}\n` }
}

/** `gcloud storage buckets` and `gcloud storage service-agent`. */
export const BUCKET_COMMANDS: CloudCommands = {
  'storage buckets create': {
    flags: ['--location', '--default-storage-class', '--uniform-bucket-level-access', '--public-access-prevention'],
    run: create,
  },
  'storage buckets list': { flags: [], run: list },
  'storage buckets describe': { flags: [], run: describe },
  'storage buckets delete': { flags: [], run: remove },
  'storage service-agent': { flags: [], run: serviceAgent },
  ...bindingCommands('storage buckets', [], guarded),
}

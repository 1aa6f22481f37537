import { REGIONS } from '#schema/parameter/gcp-region.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Address } from '../resource/declaration.ts'
import { defineResource } from '../resource/define.ts'
import { type Bucket, newBucket } from '../state.ts'
import { storageDenial } from '../storage/access.ts'
import { bucketNamed, needBucket } from '../storage/bucket.ts'
import { needBucketUrl } from '../storage/url.ts'

const MULTI_REGIONS = ['US', 'EU', 'ASIA']
const LOCATIONS = [...MULTI_REGIONS, ...REGIONS.map((region) => region.toUpperCase())]
/** Letters, digits, dashes, underscores and dots; 3 to 63 characters (docs: bucket naming). */
const NAME = /^[a-z0-9][a-z0-9_.-]{1,61}[a-z0-9]$/

/** `gcloud storage buckets`. */
export const BUCKETS = defineResource<Bucket>({
  group: 'storage buckets',
  kind: 'storage.bucket',
  noun: 'bucket',
  path: 'gs://{name}',
  name: (url, { id }) => needBucketUrl(url, id),
  owner: (invocation, name) => ({ project: needBucket(invocation, name).project, name }),
  kept: ({ project }) => project.buckets,
  refuse: storageDenial,
  missing: ({ name }) => new GcloudFailure(`gs://${name} not found: 404.`),
  json: (bucket) => ({
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
  }),
  policy: ({ policy }) => policy,
  create: {
    permission: 'storage.buckets.create',
    flags: ['--location', '--default-storage-class', '--uniform-bucket-level-access', '--public-access-prevention'],
    needsBilling: true,
    check: needValid,
    make: (invocation, { name }) => ({
      ...newBucket({ name, location: locationOf(invocation), createdAt: invocation.now }),
      storageClass: invocation.flag('--default-storage-class')?.toUpperCase() ?? 'STANDARD',
    }),
    done: ({ name }) => creating(name),
  },
  describe: { permission: 'storage.buckets.get' },
  list: { permission: 'storage.buckets.list', layout: 'yaml', sorted: true },
  delete: {
    permission: 'storage.buckets.delete',
    check: ({ name, one }) => {
      if (one.objects.size === 0) return
      const before = removing(name)
      throw new GcloudFailure('HTTPError 409: The bucket you tried to delete is not empty.', { before })
    },
    done: ({ name }) => removing(name),
    end: (count) => `  Completed ${count}/${count}\n`,
  },
  iam: { permission: 'storage.buckets.setIamPolicy' },
})

const creating = (name: string): string => `Creating gs://${name}/...\n`
const removing = (name: string): string => `Removing gs://${name}/...\n`

const stamp = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}+0000`

const locationOf = (invocation: GcloudInvocation): string => (invocation.flag('--location') ?? 'US').toUpperCase()

function needValid(invocation: GcloudInvocation, { project, name }: Address): void {
  const before = creating(name)
  if (!NAME.test(name)) throw new GcloudFailure(`HTTPError 400: Invalid bucket name: '${name}'`, { before })
  if (!LOCATIONS.includes(locationOf(invocation)))
    throw new GcloudFailure('HTTPError 400: The specified location constraint is not valid.', { before })
  const taken = bucketNamed(invocation, name)
  if (taken) throw new GcloudFailure(taken.project === project ? OWNED : TAKEN, { before })
}

const OWNED = 'HTTPError 409: Your previous request to create the named bucket succeeded and you already own it.'
const TAKEN =
  'HTTPError 409: The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.'

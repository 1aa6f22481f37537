import { md5 } from '@noble/hashes/legacy.js'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Bucket, Project, StoredObject } from '../state.ts'

export interface FoundBucket {
  project: Project
  bucket: Bucket
}

/** Bucket names are unique in all of Google Cloud. */
export const bucketNamed = ({ cloud }: Pick<GcloudInvocation, 'cloud'>, name: string): FoundBucket | undefined => {
  for (const project of cloud.projects.values()) {
    const bucket = project.buckets.get(name)
    if (bucket) return { project, bucket }
  }
  return undefined
}

/** A bucket by name. Fails as gcloud does when it is not there. */
export const needBucket = (invocation: GcloudInvocation, name: string): FoundBucket => {
  const found = bucketNamed(invocation, name)
  if (found) return found
  throw new GcloudFailure(`gs://${name} not found: 404.`)
}

/** Who Cloud Storage acts as in a project: it publishes the events of its buckets. */
export const storageAgent = ({ number }: Project): string =>
  `service-${number}@gs-project-accounts.iam.gserviceaccount.com`

/** Keeps an object; one of the same name is replaced, as without object versioning. */
export const putObject = (
  { bucket }: FoundBucket,
  { name, bytes, contentType, now }: { name: string; bytes: Uint8Array; contentType: string; now: number },
): StoredObject => {
  const before = bucket.objects.get(name)
  const generation = Math.max(now * 1000, (before?.generation ?? 0) + 1)
  const object = { name, bytes, contentType, createdAt: now, generation }
  bucket.objects.set(name, object)
  return object
}

/** Base64 of an object's MD5, as the API has it. */
export const md5Of = ({ bytes }: StoredObject): string => base64(md5(bytes))

/** Base64 of an object's CRC-32C, big-endian (RFC 3720, appendix B.4). */
export const crc32cOf = ({ bytes }: StoredObject): string => {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1
  }
  const value = new DataView(new ArrayBuffer(4))
  value.setUint32(0, ~rest >>> 0)
  return base64(new Uint8Array(value.buffer))
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

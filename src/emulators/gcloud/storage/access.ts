import { may } from '../access.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project } from '../state.ts'
import type { FoundBucket } from './bucket.ts'

/** Fails as Cloud Storage does when the caller lacks a permission in a project. */
export const needStoragePermission = (invocation: GcloudInvocation, project: Project, permission: string): void => {
  if (!may(project, invocation.principal, permission)) throw storageDenial(invocation, permission)
}

/** Fails as Cloud Storage does when the caller lacks a permission on a bucket or its objects. */
export const needBucketPermission = (
  invocation: GcloudInvocation,
  { project, bucket }: FoundBucket,
  permission: string,
): void => {
  if (may(project, invocation.principal, permission, bucket.policy)) return
  throw storageDenial(invocation, permission)
}

/** Cloud Storage's words for a permission the caller lacks. */
export const storageDenial = ({ account }: GcloudInvocation, permission: string): GcloudFailure =>
  new GcloudFailure(
    `HTTPError 403: ${account} does not have ${permission} access to ${storageTarget(permission)}. Permission '${permission}' denied on resource (or it may not exist).`,
  )

/** What Cloud Storage says a permission is for. */
export const storageTarget = (permission: string): string => {
  if (/^storage\.buckets\.(create|list)$/.test(permission)) return 'the Google Cloud project'
  return `the Google Cloud Storage ${/^storage\.objects\.(?!list)/.test(permission) ? 'object' : 'bucket'}`
}

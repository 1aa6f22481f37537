import { may } from '../access.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project } from '../state.ts'
import type { FoundBucket } from './bucket.ts'

/** Fails as Cloud Storage does when the caller lacks a permission in a project. */
export const needStoragePermission = (invocation: GcloudInvocation, project: Project, permission: string): void => {
  if (!may(project, invocation.principal, permission)) throw denied(invocation, permission, 'the Google Cloud project')
}

/** Fails as Cloud Storage does when the caller lacks a permission on a bucket or its objects. */
export const needBucketPermission = (
  invocation: GcloudInvocation,
  { project, bucket }: FoundBucket,
  permission: string,
): void => {
  if (may(project, invocation.principal, permission, bucket.policy)) return
  const what = permission.startsWith('storage.objects') ? 'object' : 'bucket'
  throw denied(invocation, permission, `the Google Cloud Storage ${what}`)
}

const denied = ({ account }: GcloudInvocation, permission: string, target: string): GcloudFailure =>
  new GcloudFailure(
    `HTTPError 403: ${account} does not have ${permission} access to ${target}. Permission '${permission}' denied on resource (or it may not exist).`,
  )

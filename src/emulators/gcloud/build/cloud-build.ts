import { may } from '../access.ts'
import { apiFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { uuid } from '../names.ts'
import { type Build, newBucket, type Project } from '../state.ts'
import type { BuildConfig } from './config.ts'
import { runBuild } from './run-build.ts'

/** The API of Cloud Build. */
export const BUILD_API = 'cloudbuild.googleapis.com'

export interface Submission {
  project: Project
  region: string
  config: BuildConfig
  /** Absolute path of the source. */
  source: string
  account: string | undefined
}

/** Uploads the source, runs the build and keeps it. Fails before it starts when who submits it may not act as its account, or that cannot read the source. */
export const submitBuild = async (
  invocation: GcloudInvocation,
  submission: Submission,
): Promise<{ build: Build; pushed: readonly string[] }> => {
  const { project, region, config, source } = submission
  const account =
    submission.account ?? config.serviceAccount ?? `${project.number}-compute@developer.gserviceaccount.com`
  if (submission.account !== undefined) needActAs(invocation, project, submission.account)
  const bucket = `${project.id}_cloudbuild`
  if (!project.buckets.has(bucket)) {
    project.buckets.set(bucket, newBucket({ name: bucket, location: 'US', createdAt: invocation.now }))
    invocation.effect('create', 'storage.bucket', bucket)
  }
  needSourceAccess(project, account)
  const outcome = await runBuild(invocation, { project, config, source, account })
  const build: Build = {
    id: uuid(`build ${project.id} ${project.builds.length}`),
    region,
    status: outcome.ok ? 'SUCCESS' : 'FAILURE',
    createdAt: invocation.now,
    images: config.images.length > 0 ? config.images : outcome.pushed,
    source: `gs://${bucket}/source/${invocation.now}.tgz`,
    log: outcome.log,
    ...(config.logging !== undefined && { logging: config.logging }),
  }
  project.builds.push(build)
  invocation.effect('create', 'build', build.id)
  return { build, pushed: outcome.pushed }
}

const needActAs = (invocation: GcloudInvocation, project: Project, account: string): void => {
  const known = project.serviceAccounts.get(account)
  if (may(project, invocation.principal, 'iam.serviceAccounts.actAs', ...(known ? [known.policy] : []))) return
  throw apiFailure(
    'PERMISSION_DENIED',
    `caller does not have permission to act as service account projects/${project.id}/serviceAccounts/${account}`,
  )
}

const needSourceAccess = (project: Project, account: string): void => {
  const known = account.startsWith(`${project.number}-`) || project.serviceAccounts.has(account)
  if (known && may(project, `serviceAccount:${account}`, 'storage.objects.get')) return
  throw apiFailure(
    'INVALID_ARGUMENT',
    `could not resolve source: googleapi: Error 403: ${account} does not have storage.objects.get access to the Google Cloud Storage object. Permission 'storage.objects.get' denied on resource (or it may not exist)., forbidden`,
  )
}

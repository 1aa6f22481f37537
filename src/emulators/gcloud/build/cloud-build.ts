import { may } from '../access.ts'
import { apiFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { uuid } from '../names.ts'
import { type Build, newBucket, type Project } from '../state.ts'
import type { BuildConfig } from './config.ts'
import { runBuild } from './run-build.ts'

/** The API of Cloud Build. */
export const BUILD_API = 'cloudbuild.googleapis.com'

/** Where builds are looked for, and triggers. */
export const buildRegion = (invocation: GcloudInvocation): string => invocation.property('builds/region') ?? 'global'

export interface Submission {
  project: Project
  region: string
  config: BuildConfig
  /** Absolute path of the source. */
  source: string
  account: string | undefined
}

type Performance = Submission & {
  account: string
  /** Where the source is from, as a build shows it. */
  origin: string
  /** The trigger that started it. */
  trigger?: Build['trigger']
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
  const origin = `gs://${bucket}/source/${invocation.now}.tgz`
  return performBuild(invocation, { project, region, config, source, account, origin })
}

/** Runs a build as an account, and keeps it with where its source is from. */
export const performBuild = async (
  invocation: GcloudInvocation,
  { project, region, config, source, account, origin, trigger }: Performance,
): Promise<{ build: Build; pushed: readonly string[] }> => {
  const outcome = await runBuild(invocation, { project, config, source, account })
  const build: Build = {
    id: uuid(`build ${project.id} ${project.builds.length}`),
    region,
    status: outcome.ok ? 'SUCCESS' : 'FAILURE',
    createdAt: invocation.now,
    images: config.images.length > 0 ? config.images : outcome.pushed,
    source: origin,
    log: outcome.log,
    ...(config.logging !== undefined && { logging: config.logging }),
    ...(trigger !== undefined && { trigger }),
  }
  project.builds.push(build)
  invocation.effect('create', 'build', build.id)
  return { build, pushed: outcome.pushed }
}

/** Fails as Cloud Build does where the caller may not act as an account. */
export const needActAs = (invocation: GcloudInvocation, project: Project, account: string): void => {
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

/** Cloud Build takes the account by its resource name only (cloud.google.com/build/docs/securing-builds/configure-user-specified-service-accounts). */
export const buildAccount = (invocation: GcloudInvocation): string | undefined => {
  const name = invocation.flag('--service-account')
  if (name === undefined) return undefined
  const email = /^projects\/[^/]+\/serviceAccounts\/([^/]+)$/.exec(name)?.[1]
  if (email === undefined) throw apiFailure('INVALID_ARGUMENT', `invalid build service account: ${name}`)
  return email
}

/** A build that runs as an account of the user must say where its logs go (same page of the documentation). */
export const needLogsPlaced = (config: BuildConfig, account: string | undefined): void => {
  if ((account ?? config.serviceAccount) === undefined || config.logsPlaced) return
  throw apiFailure(
    'INVALID_ARGUMENT',
    "if 'build.service_account' is specified, the build must either (a) specify 'build.logs_bucket', (b) use the REGIONAL_USER_OWNED_BUCKET build.options.default_logs_bucket_behavior option, or (c) use either CLOUD_LOGGING_ONLY / NONE logging options",
  )
}

/** What Cloud Build fills in itself; a build submitted by hand has no commit. */
export const builtIn = (project: Project, region: string): Record<string, string> => ({
  PROJECT_ID: project.id,
  PROJECT_NUMBER: project.number,
  LOCATION: region,
  BUILD_ID: 'build',
  COMMIT_SHA: '',
  SHORT_SHA: '',
  REVISION_ID: '',
  REPO_NAME: '',
  BRANCH_NAME: '',
  TAG_NAME: '',
})

import { startApp } from '../../images/app.ts'
import { type AppStart, EMPTY_IMAGE, type Image } from '../../images/model.ts'
import { parseReference } from '../../images/reference.ts'
import { NotModelled } from '../../model.ts'
import type { HttpRequest } from '../../network/network.ts'
import type { World } from '../../world.ts'
import { may } from '../access.ts'
import { answerMetadata, METADATA_HOST } from '../api/metadata.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { momentOf } from '../moment.ts'
import { secretPath, versionOf } from '../secrets/version.ts'
import type { Project } from '../state.ts'
import { logLine } from './log.ts'
import type { Revision, RunService, Template } from './service-state.ts'

/** What is found out before a revision exists; failing here creates nothing. */
export const checkIdentity = (invocation: GcloudInvocation, project: Project, template: Template): void => {
  const email = template.serviceAccount
  const isDefault = email === `${project.number}-compute@developer.gserviceaccount.com`
  const account = project.serviceAccounts.get(email)
  const allowed = may(project, invocation.principal, 'iam.serviceAccounts.actAs', ...(account ? [account.policy] : []))
  if ((isDefault || account) && allowed) return
  throw apiFailure(
    'PERMISSION_DENIED',
    `Permission 'iam.serviceaccounts.actAs' denied on service account ${email} (or it may not exist).`,
  )
}

const IMAGE_HOSTS = /^([a-z]+\.)?gcr\.io$|^[a-z0-9-]+-docker\.pkg\.dev$|^docker\.io$/

/** Fails where Cloud Run takes no image from. */
export const checkImageName = (image: string): void => {
  const reference = parseReference(image)
  if (reference && IMAGE_HOSTS.test(reference.host)) return
  throw new GcloudFailure(
    `spec.template.spec.containers[0].image: Expected an image path like [host/]repo-path[:tag and/or @digest], where host is one of [region.]gcr.io, [region-]docker.pkg.dev or docker.io but obtained ${image}. To deploy container images from other public or private registries, set up an Artifact Registry remote repository.`,
  )
}

export interface Candidate {
  project: Project
  service: RunService
  name: string
  template: Template
}

/** A revision, started or with the reason it cannot serve. */
export const startRevision = async (invocation: GcloudInvocation, candidate: Candidate): Promise<Revision> => {
  const { name, template } = candidate
  const reference = parseReference(template.image)
  const image = reference && invocation.world.registries.find(reference)
  if (!reference || !image) return failed(invocation, candidate, undefined, `Image '${template.image}' not found.`)
  invocation.effect('read', 'docker.image', template.image)
  const digest = invocation.world.registries.digestOf(reference) ?? image.digest
  if (image.platform !== 'linux/amd64') return failed(invocation, candidate, image, wrongPlatform(template.image))
  const problem = dependencyProblem(invocation, candidate)
  if (problem !== undefined) return failed(invocation, candidate, image, problem)
  const start = await startContainer(invocation, candidate, { image, digest, path: reference.path })
  for (const line of start.log) logLine(invocation, candidate, name, line)
  const unready = await notReady(invocation, candidate, start)
  const base = failed(invocation, candidate, image, unready ?? '')
  return {
    ...base,
    imageDigest: digest,
    failure: unready,
    instance: unready === undefined ? listeningOf(start) : undefined,
  }
}

const startContainer = (
  invocation: GcloudInvocation,
  candidate: Candidate,
  { image, digest, path }: { image: Image; digest: string; path: string },
): Promise<AppStart> | AppStart => {
  const { name, template } = candidate
  const env = containerEnv(candidate)
  const { world } = invocation
  const { realEngine } = world
  const log = (line: string) => logLine({ now: momentOf(world) }, candidate, name, line)
  const fetch = (request: HttpRequest) => fetchFromInstance(world, candidate, request)
  if (realEngine === undefined) return startApp(world, asRun(image, template), env, { fetch, redis: notReached, log })
  return realEngine.start({ ...template, image: `${path}@${digest}`, name, env, log })
}

const notReached = (host: string): never => {
  throw new NotModelled(`a Redis at ${host}, from Cloud Run`)
}

/** An instance reaches what the network has, and the metadata server that tells it who it is. */
const fetchFromInstance = async (world: World, { project, template }: Candidate, request: HttpRequest) =>
  request.url.hostname === METADATA_HOST
    ? answerMetadata(world.cloud, { project, account: template.serviceAccount }, request)
    : world.network.fetch(request)

const listeningOf = (start: AppStart) => (start.state === 'listening' ? start : undefined)

const failed = (
  invocation: GcloudInvocation,
  { name, template }: Candidate,
  image: Image | undefined,
  failure: string,
): Revision => ({
  name,
  template,
  image: image ?? EMPTY_IMAGE,
  imageDigest: image?.digest ?? '',
  createdAt: invocation.now,
  creator: invocation.account,
  failure,
  instance: undefined,
})

const wrongPlatform = (image: string): string =>
  `Cloud Run does not support image '${image}': Container manifest type 'application/vnd.oci.image.index.v1+json' must support amd64/linux.`

const asRun = (image: Image, { command, args }: Template): Image => {
  if (command.length > 0) return { ...image, entrypoint: command, command: args }
  return args.length > 0 ? { ...image, command: args } : image
}

const dependencyProblem = (invocation: GcloudInvocation, candidate: Candidate): string | undefined =>
  Object.entries(candidate.template.env)
    .map(([, source], at) => (source.kind === 'secret' ? secretProblem(invocation, candidate, source, at) : undefined))
    .find((problem) => problem !== undefined) ?? sqlProblem(invocation, candidate)

const secretProblem = (
  invocation: GcloudInvocation,
  { project, template }: Candidate,
  source: { secret: string; version: string },
  at: number,
): string | undefined => {
  const secret = project.secrets.get(source.secret)
  const version = secret && versionOf(secret, source.version)
  const path = `${secretPath(project, source.secret)}/versions/${source.version}`
  const place = `spec.template.spec.containers[0].env[${at}].value_from.secret_key_ref.name`
  if (source.secret.includes('/')) throw new NotModelled(`a secret of another project, ${source.secret}`)
  if (!secret || !version) return `${place}: Secret ${path} was not found`
  if (!may(project, `serviceAccount:${template.serviceAccount}`, 'secretmanager.versions.access', secret.policy)) {
    return `${place}: Permission denied on secret: ${path} for Revision service account ${template.serviceAccount}. The service account used must be granted the 'Secret Manager Secret Accessor' role (roles/secretmanager.secretAccessor) at the secret, project or higher level.`
  }
  if (version.state !== 'ENABLED') return `${place}: Secret version ${path} is in ${version.state} state.`
  invocation.effect('read', 'secret.version', `${secret.name}/${version.number}`)
  return undefined
}

/** Without the instance or the role the app has no database: its start fails and the log says why. */
const sqlProblem = (invocation: GcloudInvocation, candidate: Candidate): string | undefined => {
  const { project, template, name } = candidate
  for (const connection of template.cloudSql) {
    const [owner, region, instance] = connection.split(':') as [string, string, string]
    const home = invocation.cloud.projects.get(owner)
    const found = home?.sql.get(instance)
    const allowed = home && may(home, `serviceAccount:${template.serviceAccount}`, 'cloudsql.instances.connect')
    if (found?.region === region && allowed) continue
    const reason =
      found?.region === region
        ? 'Error 403: The client is not authorized to make this request., notAuthorized'
        : 'Error 404: The Cloud SQL instance does not exist., instanceDoesNotExist'
    const line = `Cloud SQL connection failed. Please see https://cloud.google.com/sql/docs/postgres/connect-run for additional details: ensure that the account has access to "${connection}" (and make sure there's no typo in that name). Error during get instance ${connection}: googleapi: ${reason}`
    logLine(invocation, candidate, name, line)
    return containerFailed(project, candidate)
  }
  return undefined
}

const containerEnv = ({ project, service, name, template }: Candidate): Record<string, string> => {
  const own = Object.entries(template.env).map(([key, source]) => [
    key,
    source.kind === 'literal' ? source.value : secretValue(project, source),
  ])
  return {
    ...Object.fromEntries(own),
    PORT: String(template.port),
    K_SERVICE: service.name,
    K_REVISION: name,
    K_CONFIGURATION: service.name,
  }
}

const secretValue = (project: Project, source: { secret: string; version: string }): string => {
  const secret = project.secrets.get(source.secret)
  return (secret && versionOf(secret, source.version)?.value) ?? ''
}

const notReady = async (
  invocation: GcloudInvocation,
  candidate: Candidate,
  start: AppStart,
): Promise<string | undefined> => {
  const { project, name, template } = candidate
  if (start.state === 'exited') {
    logLine(invocation, candidate, name, `Container called exit(${start.exitCode}).`)
    return containerFailed(project, candidate)
  }
  if (start.port !== template.port) {
    logLine(invocation, candidate, name, probeFailed(candidate))
    return containerFailed(project, candidate)
  }
  const path = template.startupProbe?.['httpGet.path']
  return path === undefined || (await answers(start, candidate, path)) ? undefined : PROBE_FAILED
}

/** What Cloud Run writes to the log of a revision whose port nobody answers at. */
const probeFailed = ({ service, template }: Candidate): string =>
  `Default STARTUP TCP probe failed 1 time consecutively for container "${service.name}-1" on port ${template.port}. The instance was not started.\nConnection failed with status DEADLINE_EXCEEDED.`

const PROBE_FAILED =
  'The user-provided container failed the configured startup probe checks. Logs for this revision might contain more information.'

const answers = async (
  start: Extract<AppStart, { state: 'listening' }>,
  { template }: Candidate,
  path: string,
): Promise<boolean> => {
  const url = new URL(path, `http://localhost:${template.port}`)
  const response = await start.handle({ method: 'GET', url, headers: {}, body: '' })
  return typeof response !== 'string' && response.status >= 200 && response.status < 400
}

const containerFailed = (project: Project, { service, name, template }: Candidate): string => {
  const query = encodeURIComponent(
    `resource.type="cloud_run_revision"\nresource.labels.service_name="${service.name}"\nresource.labels.revision_name="${name}"`,
  )
  return `The user-provided container failed to start and listen on the port defined provided by the PORT=${template.port} environment variable within the allocated timeout. This can happen when the container port is misconfigured or if the timeout is too short. The health check timeout can be extended. Logs for this revision might contain more information.

Logs URL: https://console.cloud.google.com/logs/viewer?project=${project.id}&resource=cloud_run_revision/service_name/${service.name}/revision_name/${name}&advancedFilter=${query} 
For more troubleshooting guidance, see https://cloud.google.com/run/docs/troubleshooting#container-failed-to-start`
}

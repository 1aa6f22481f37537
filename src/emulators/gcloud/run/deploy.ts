import { needBilling, needPermission, projectOf } from '../access.ts'
import type { CloudCommand } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { letters } from '../names.ts'
import type { Reply } from '../output.ts'
import { addMember, removeMember } from '../policy.ts'
import type { Project } from '../state.ts'
import { serviceUrl, tagUrl } from './address.ts'
import { AUDIENCE_FLAGS, nextAudiences } from './audiences.ts'
import { buildFromSource } from './build-source.ts'
import { type FoundService, findService } from './find-service.ts'
import { RUN_API, regionOf } from './region.ts'
import { listen } from './serve.ts'
import { latestCreated, latestReady, type Revision, type RunService } from './service-state.ts'
import { checkIdentity, checkImageName, startRevision } from './start.ts'
import { nextTemplate, TEMPLATE_FLAGS } from './template.ts'

const deploy = async (invocation: GcloudInvocation): Promise<Reply> => {
  const region = regionOf(invocation)
  const project = projectOf(invocation)
  const name = invocation.argument('SERVICE')
  if (name === '') throw new GcloudFailure(NO_SERVICE)
  needRunApi(project)
  const existing = project.run.get(`${region}/${name}`)
  const permission = existing ? 'run.services.update' : 'run.services.create'
  needPermission(invocation, project, permission, { resource: `namespaces/${project.id}/services/${name}` })
  needBilling(project)
  if (existing === undefined && invocation.has('--no-traffic'))
    throw new GcloudFailure('--no-traffic not supported when creating a new service.')
  const isNew = existing === undefined
  const image = invocation.has('--source')
    ? await buildFromSource(invocation, { project, region, name, isNew })
    : undefined
  const service = existing ?? newService(invocation, region, name)
  return release(invocation, { project, service }, image)
}

const NO_SERVICE = `Error parsing [service].
The [service] resource is not properly specified.
Failed to find attribute [service]. The attribute can be set in the following ways: 
- provide the argument \`SERVICE\` on the command line
- specify the service name from an interactive prompt`

// The real gcloud answers this prompt itself when there is no terminal. Stopping is stricter: a runbook says what it enables.
const needRunApi = (project: Project): void => {
  if (project.services.has(RUN_API)) return
  throw new GcloudFailure('Aborted by user.', {
    before: `The following APIs are not enabled on project [${project.id}]:\n\t${RUN_API}\n\nDo you want enable these APIs to continue (this will take a few minutes)? (Y/n)?  \n`,
  })
}

const newService = (invocation: GcloudInvocation, region: string, name: string): RunService => ({
  name,
  region,
  createdAt: invocation.now,
  creator: invocation.account,
  generation: 0,
  ingress: 'all',
  customAudiences: [],
  description: '',
  labels: {},
  policy: [],
  revisions: [],
  traffic: [],
  credit: new Map(),
  failure: undefined,
})

const release = async (
  invocation: GcloudInvocation,
  { project, service }: FoundService,
  built: { image: string; log: string } | undefined,
): Promise<Reply> => {
  const isNew = service.revisions.length === 0
  const template = nextTemplate(invocation, project, latestCreated(service)?.template)
  if (built) template.image = built.image
  checkImageName(template.image)
  checkIdentity(invocation, project, template)
  project.run.set(`${service.region}/${service.name}`, service)
  invocation.effect(isNew ? 'create' : 'update', 'run.service', service.name)
  service.generation += 1
  configure(invocation, service)
  const revision = await startRevision(invocation, {
    project,
    service,
    name: revisionName(invocation, service),
    template,
  })
  service.revisions.push(revision)
  service.failure = revision.failure
  invocation.effect('create', 'run.revision', revision.name)
  const header = `${asked(invocation, service, isNew)}${built?.log ?? start(project, service, isNew)}`
  if (revision.failure !== undefined)
    throw new GcloudFailure(notReady(revision), { before: `${header}Creating Revision...failed\nDeployment failed\n` })
  return finish(invocation, { project, service }, { header, revision, isNew })
}

/** gcloud asks about a new service; without a terminal the answer is no. */
const asked = (invocation: GcloudInvocation, service: RunService, isNew: boolean): string =>
  isNew && invocation.switch('--allow-unauthenticated') === undefined && !invocation.switch('--quiet')
    ? `Allow unauthenticated invocations to [${service.name}] (y/N)?  \n`
    : ''

const start = (project: Project, service: RunService, isNew: boolean): string =>
  `Deploying container to Cloud Run service [${service.name}] in project [${project.id}] region [${service.region}]\nDeploying${isNew ? ' new service' : ''}...\n`

const notReady = ({ name, failure }: Revision): string =>
  failure?.startsWith('Cloud Run does not support')
    ? failure
    : `Revision '${name}' is not ready and cannot serve traffic. ${failure}`

const configure = (invocation: GcloudInvocation, service: RunService): void => {
  service.ingress = invocation.flag('--ingress') ?? service.ingress
  service.customAudiences = nextAudiences(invocation, service.customAudiences)
  service.description = invocation.flag('--description') ?? service.description
  Object.assign(service.labels, invocation.map('--labels'), invocation.map('--update-labels'))
}

const revisionName = (invocation: GcloudInvocation, service: RunService): string => {
  const suffix = invocation.flag('--revision-suffix')
  const number = String(service.generation).padStart(5, '0')
  const name =
    suffix === undefined
      ? `${service.name}-${number}-${letters(`${service.name} ${service.generation}`, 3)}`
      : `${service.name}-${suffix}`
  if (service.revisions.some((one) => one.name === name)) {
    throw new GcloudFailure(`Revision named '${name}' with different configuration already exists.`)
  }
  return name
}

const finish = (
  invocation: GcloudInvocation,
  { project, service }: FoundService,
  done: { header: string; revision: Revision; isNew: boolean },
): Reply => {
  shift(invocation, service, done)
  const access = setAccess(invocation, service, done.isNew)
  listen({ world: invocation.world, project, service })
  const routing = invocation.has('--no-traffic') ? '' : 'Routing traffic.....done\n'
  const stages = `Creating Revision.....done\n${routing}${access}Done.\n`
  return { stderr: `${done.header}${stages}${success(invocation, { project, service }, done.revision)}` }
}

/** Sends traffic to the new revision, unless it is held back or the split names revisions. */
const shift = (
  invocation: GcloudInvocation,
  service: RunService,
  { revision, isNew }: { revision: Revision; isNew: boolean },
): void => {
  const tag = invocation.flag('--tag')
  if (isNew || service.traffic.length === 0) service.traffic = [{ revision: undefined, percent: 100, tag: undefined }]
  else if (invocation.has('--no-traffic')) pinLatest(service, revision)
  else if (service.traffic.some(({ revision: name, percent }) => name === undefined && percent > 0))
    invocation.effect('update', 'run.traffic', service.name)
  if (tag === undefined) return
  service.traffic = service.traffic.filter((target) => target.tag !== tag)
  service.traffic.push({ revision: revision.name, percent: 0, tag })
}

const pinLatest = (service: RunService, revision: Revision): void => {
  const before = service.revisions.findLast((one) => one !== revision && one.failure === undefined)
  service.traffic = service.traffic.map((target) => ({ ...target, revision: target.revision ?? before?.name }))
}

const setAccess = (invocation: GcloudInvocation, service: RunService, isNew: boolean): string => {
  const allow = invocation.switch('--allow-unauthenticated')
  const name = `roles/run.invoker of allUsers on service [${service.name}]`
  if (allow === true && addMember(service.policy, 'roles/run.invoker', 'allUsers'))
    invocation.effect('create', 'iam.binding', name)
  if (allow === false && removeMember(service.policy, 'roles/run.invoker', 'allUsers'))
    invocation.effect('delete', 'iam.binding', name)
  return allow !== undefined || isNew ? 'Setting IAM Policy.....done\n' : ''
}

const success = (invocation: GcloudInvocation, { project, service }: FoundService, revision: Revision): string => {
  const percent = service.traffic
    .filter((target) => (target.revision ?? latestReady(service)?.name) === revision.name)
    .reduce((sum, target) => sum + target.percent, 0)
  const url = percent > 0 ? `\nService URL: ${serviceUrl(project, service)}` : ''
  const tag = invocation.flag('--tag')
  const direct = tag === undefined ? '' : `\nThe revision can be reached directly at ${tagUrl(project, service, tag)}`
  return `Service [${service.name}] revision [${revision.name}] has been deployed and is serving ${percent} percent of traffic.${url}${direct}\n`
}

const update = (invocation: GcloudInvocation): Promise<Reply> => release(invocation, findService(invocation), undefined)

const SHARED = [
  ...TEMPLATE_FLAGS,
  ...AUDIENCE_FLAGS,
  '--region',
  '--no-traffic',
  '--tag',
  '--revision-suffix',
  '--ingress',
  '--platform',
]

const SOURCE = ['--source', '--build-service-account', '--set-build-env-vars']

/** `gcloud run deploy` and `gcloud run services update`. */
export const DEPLOY_COMMANDS: Readonly<Record<string, CloudCommand>> = {
  'run deploy': { flags: [...SHARED, ...SOURCE, '--allow-unauthenticated', '--description'], run: deploy },
  'run services update': { flags: SHARED, run: update },
}

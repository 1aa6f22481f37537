import { REGIONS } from '#schema/gcp-region.ts'
import { NotModelled } from '../../model.ts'
import { needApi, needPermission, projectOf } from '../access.ts'
import { bindingCommands } from '../bindings.ts'
import type { CloudCommands } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { serviceUrl } from '../run/address.ts'
import { findService, RUN_API, regionOf } from '../run/find-service.ts'
import { unlisten } from '../run/serve.ts'
import { revisionJson, serviceJson } from '../run/service-json.ts'
import { latestCreated, latestReady, type Revision, type RunService } from '../run/service-state.ts'
import type { Project } from '../state.ts'

const cannotFind = (name: string): string => `Cannot find service [${name}]`

const describe = (invocation: GcloudInvocation): Reply => {
  if (!invocation.has('--format'))
    throw new NotModelled('the default layout of gcloud run services describe; give --format')
  const { project, service } = findService(invocation, 'run.services.get', cannotFind)
  invocation.effect('read', 'run.service', service.name)
  return { resources: serviceJson(project, service) }
}

const projectFor = (invocation: GcloudInvocation): Project => {
  const project = projectOf(invocation)
  needApi(invocation, project, RUN_API)
  needPermission(invocation, project, 'run.services.get', { resource: `namespaces/${project.id}/services` })
  return project
}

const list = (invocation: GcloudInvocation): Reply => {
  const project = projectFor(invocation)
  const region = invocation.flag('--region')
  const services = [...project.run.values()].filter((service) => region === undefined || service.region === region)
  services.sort((a, b) => (a.name < b.name ? -1 : 1))
  invocation.effect('read', 'run.service', 'all')
  return {
    resources: services.map((service) => ({
      ...serviceJson(project, service),
      ...(invocation.has('--format') ? {} : listed(project, service)),
    })),
    layout:
      'table(ready:label="",metadata.name:label=SERVICE,region:label=REGION,domain:label=URL,modifier:label="LAST DEPLOYED BY",deployed:label="LAST DEPLOYED AT")',
  }
}

/** Columns of the list that the API answers elsewhere. */
const listed = (project: Project, service: RunService) => ({
  ready: service.failure === undefined ? '✔' : 'X',
  region: service.region,
  domain: serviceUrl(project, service),
  modifier: latestCreated(service)?.creator ?? service.creator,
  deployed: new Date(latestCreated(service)?.createdAt ?? service.createdAt).toISOString(),
})

const remove = (invocation: GcloudInvocation): Reply => {
  const { project, service } = findService(
    invocation,
    'run.services.delete',
    (name) => `Service [${name}] could not be found.`,
  )
  if (!invocation.confirm(`Service [${service.name}] will be deleted.`, { unattended: 'refuse' }))
    throw new GcloudFailure('Aborted by user.')
  unlisten({ world: invocation.world, project, service })
  project.run.delete(`${service.region}/${service.name}`)
  invocation.effect('delete', 'run.service', service.name)
  return { stderr: `Deleting [${service.name}]...done.\nDeleted service [${service.name}].\n` }
}

const share = (service: RunService, revision: Revision): number =>
  service.traffic
    .filter((target) => (target.revision ?? latestReady(service)?.name) === revision.name)
    .reduce((sum, { percent }) => sum + percent, 0)

const listRevisions = (invocation: GcloudInvocation): Reply => {
  const region = regionOf(invocation)
  const project = projectFor(invocation)
  const wanted = invocation.flag('--service')
  const services = [...project.run.values()].filter(
    (service) => service.region === region && (wanted === undefined || service.name === wanted),
  )
  invocation.effect('read', 'run.revision', wanted ?? 'all')
  return {
    resources: services.flatMap((service) =>
      service.revisions.toReversed().map((revision) => ({
        ...revisionJson(project, service, revision),
        ready: revision.failure === undefined ? '✔' : 'X',
        active: share(service, revision) > 0 ? 'yes' : '',
        deployed: `${new Date(revision.createdAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
        author: revision.creator,
        service: service.name,
      })),
    ),
    layout:
      'table(ready:label="",metadata.name:label=REVISION,active,service:label=SERVICE,deployed:label=DEPLOYED,author:label="DEPLOYED BY")',
  }
}

const findRevision = (invocation: GcloudInvocation) => {
  const region = regionOf(invocation)
  const project = projectFor(invocation)
  const name = invocation.argument('REVISION')
  const service = [...project.run.values()].find(
    (one) => one.region === region && one.revisions.some((revision) => revision.name === name),
  )
  const revision = service?.revisions.find((one) => one.name === name)
  if (service === undefined || revision === undefined) throw new GcloudFailure(`Cannot find revision [${name}]`)
  return { project, service, revision }
}

const describeRevision = (invocation: GcloudInvocation): Reply => {
  if (!invocation.has('--format'))
    throw new NotModelled('the default layout of gcloud run revisions describe; give --format')
  const { project, service, revision } = findRevision(invocation)
  invocation.effect('read', 'run.revision', revision.name)
  return { resources: revisionJson(project, service, revision) }
}

const removeRevision = (invocation: GcloudInvocation): Reply => {
  const { service, revision } = findRevision(invocation)
  if (!invocation.confirm(`Revision [${revision.name}] will be deleted.`, { unattended: 'refuse' }))
    throw new GcloudFailure('Aborted by user.')
  if (share(service, revision) > 0 || revision === latestCreated(service)) {
    throw new GcloudFailure(
      `Revision '${revision.name}' cannot be deleted because it is actively serving traffic or is the latest created revision of its configuration.`,
    )
  }
  service.revisions = service.revisions.filter((one) => one !== revision)
  invocation.effect('delete', 'run.revision', revision.name)
  return { stderr: `Deleting [${revision.name}]...done.\nDeleted revision [${revision.name}].\n` }
}

const listRegions = (invocation: GcloudInvocation): Reply => {
  projectFor(invocation)
  invocation.effect('read', 'run.region', 'all')
  return { resources: REGIONS.map((locationId) => ({ locationId })), layout: 'table(locationId:label=NAME:sort=1)' }
}

const guarded = (invocation: GcloudInvocation) => {
  const { project, service } = findService(invocation, 'run.services.get', cannotFind)
  return {
    project,
    policy: service.policy,
    label: `service [${service.name}]`,
    resource: `namespaces/${project.id}/services/${service.name}`,
    permission: 'run.services.setIamPolicy',
  }
}

/** `gcloud run services`, `revisions` and `regions`, without what deploys. */
export const RUN_SERVICE_COMMANDS: CloudCommands = {
  'run services describe': { flags: ['--region'], run: describe },
  'run services list': { flags: ['--region'], run: list },
  'run services delete': { flags: ['--region'], run: remove },
  'run revisions list': { flags: ['--region', '--service'], run: listRevisions },
  'run revisions describe': { flags: ['--region'], run: describeRevision },
  'run revisions delete': { flags: ['--region'], run: removeRevision },
  'run regions list': { flags: [], run: listRegions },
  ...bindingCommands('run services', ['--region'], guarded),
}

import { GcloudFailure } from '../failure.ts'
import type { JsonObject } from '../json.ts'
import { defineResource } from '../resource/define.ts'
import { serviceUrl } from '../run/address.ts'
import { RUN_API, regionOf } from '../run/region.ts'
import { unlisten } from '../run/serve.ts'
import { serviceJson } from '../run/service-json.ts'
import { latestCreated, type RunService } from '../run/service-state.ts'
import type { Project } from '../state.ts'

/** `gcloud run services`, without what deploys. */
export const RUN_SERVICES = defineResource<RunService>({
  group: 'run services',
  kind: 'run.service',
  noun: 'service',
  api: RUN_API,
  path: 'namespaces/{project}/services/{name}',
  within: { flag: '--region', find: regionOf },
  kept: ({ project }) => project.run,
  effectName: ({ name }) => name,
  refusedOn: { list: 'namespaces/{project}/services' },
  permissionFirst: true,
  missing: ({ name }, { match }) =>
    new GcloudFailure(
      CHANGES.has(match.path.at(-1) ?? '') ? `Service [${name}] could not be found.` : `Cannot find service [${name}]`,
    ),
  json: (service, { project }) => serviceJson(project, service),
  policy: ({ policy }) => policy,
  describe: { permission: 'run.services.get', needsFormat: true },
  list: {
    permission: 'run.services.get',
    flags: ['--region'],
    scope: (invocation) => ({ within: invocation.flag('--region') }),
    sorted: true,
    columns: (service, { project }) => columns(project, service),
    layout:
      'table(ready:label="",metadata.name:label=SERVICE,region:label=REGION,domain:label=URL,modifier:label="LAST DEPLOYED BY",deployed:label="LAST DEPLOYED AT")',
  },
  delete: {
    permission: 'run.services.delete',
    ask: ({ name }) => `Service [${name}] will be deleted.`,
    unattended: 'refuse',
    before: ({ project, one }, { world }) => unlisten({ world, project, service: one }),
    done: ({ name }) => `Deleting [${name}]...done.\nDeleted service [${name}].\n`,
  },
  iam: { permission: 'run.services.setIamPolicy', read: 'run.services.get' },
})

/** Commands that say it in their own words. */
const CHANGES = new Set(['delete', 'update', 'update-traffic'])

const columns = (project: Project, service: RunService): JsonObject => ({
  ready: service.failure === undefined ? '✔' : 'X',
  region: service.region,
  domain: serviceUrl(project, service),
  modifier: latestCreated(service)?.creator ?? service.creator,
  deployed: new Date(latestCreated(service)?.createdAt ?? service.createdAt).toISOString(),
})

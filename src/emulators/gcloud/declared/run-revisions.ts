import { GcloudFailure } from '../failure.ts'
import type { Scope } from '../resource/declaration.ts'
import { defineResource } from '../resource/define.ts'
import { RUN_API, regionOf } from '../run/region.ts'
import { revisionJson } from '../run/service-json.ts'
import { latestCreated, latestReady, type Revision, type RunService } from '../run/service-state.ts'

interface RevisionOf {
  service: RunService
  revision: Revision
}

/** The revisions of a region, each service's newest first. */
const kept = ({ project, within }: Scope): Map<string, RevisionOf> => {
  const services = [...project.run.values()].filter(({ region }) => region === within)
  const found = services.flatMap((service) => service.revisions.toReversed().map((revision) => ({ service, revision })))
  return new Map(found.map((one) => [one.revision.name, one]))
}

const share = ({ service, revision }: RevisionOf): number =>
  service.traffic
    .filter((target) => (target.revision ?? latestReady(service)?.name) === revision.name)
    .reduce((sum, { percent }) => sum + percent, 0)

/** `gcloud run revisions`. */
export const RUN_REVISIONS = defineResource<RevisionOf>({
  group: 'run revisions',
  kind: 'run.revision',
  noun: 'revision',
  api: RUN_API,
  path: 'namespaces/{project}/revisions/{name}',
  within: { flag: '--region', find: regionOf },
  kept,
  key: ({ name }) => name,
  refusedOn: { list: 'namespaces/{project}/services', one: 'namespaces/{project}/services' },
  permissionFirst: true,
  missing: ({ name }) => new GcloudFailure(`Cannot find revision [${name}]`),
  json: ({ service, revision }, { project }) => revisionJson(project, service, revision),
  describe: { permission: 'run.services.get', needsFormat: true },
  list: {
    permission: 'run.services.get',
    flags: ['--service'],
    shows: (invocation) => {
      const wanted = invocation.flag('--service')
      return ({ service }) => wanted === undefined || service.name === wanted
    },
    readName: (invocation) => invocation.flag('--service') ?? 'all',
    fields: (one) => ({
      ready: one.revision.failure === undefined ? '✔' : 'X',
      active: share(one) > 0 ? 'yes' : '',
      deployed: `${new Date(one.revision.createdAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
      author: one.revision.creator,
      service: one.service.name,
    }),
    layout:
      'table(ready:label="",metadata.name:label=REVISION,active,service:label=SERVICE,deployed:label=DEPLOYED,author:label="DEPLOYED BY")',
  },
  delete: {
    permission: 'run.revisions.delete',
    ask: ({ name }) => `Revision [${name}] will be deleted.`,
    unattended: 'refuse',
    check: ({ name, one }) => {
      if (share(one) === 0 && one.revision !== latestCreated(one.service)) return
      throw new GcloudFailure(
        `Revision '${name}' cannot be deleted because it is actively serving traffic or is the latest created revision of its configuration.`,
      )
    },
    remove: ({ one: { service, revision } }) => {
      service.revisions = service.revisions.filter((one) => one !== revision)
    },
    done: ({ name }) => `Deleting [${name}]...done.\nDeleted revision [${name}].\n`,
  },
})

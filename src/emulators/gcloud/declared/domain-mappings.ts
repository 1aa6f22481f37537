import { apiFailure } from '../failure.ts'
import { defineResource } from '../resource/define.ts'
import { type DomainMapping, domainMappingJson } from '../run/domain-mapping.ts'
import { RUN_API, regionOf } from '../run/region.ts'

/** `gcloud beta run domain-mappings`, without what creates one. */
export const DOMAIN_MAPPINGS = defineResource<DomainMapping>({
  group: 'beta run domain-mappings',
  kind: 'run.domain-mapping',
  noun: 'domain mapping',
  api: RUN_API,
  path: 'namespaces/{project}/domainmappings/{name}',
  within: { flag: '--region', find: regionOf },
  nameFlag: { flag: '--domain', default: '' },
  effectName: ({ name }) => name,
  permissionFirst: true,
  missing: ({ project, within, name }) =>
    apiFailure(
      'NOT_FOUND',
      `Resource '${name}' of kind 'DOMAIN_MAPPING' in region '${within}' in project '${project.id}' does not exist.`,
    ),
  json: (mapping, address, { now }) => domainMappingJson(mapping, address, now),
  describe: { permission: 'run.domainmappings.get' },
  list: {
    permission: 'run.domainmappings.list',
    flags: ['--region'],
    scope: (invocation) => ({ within: invocation.property('run/region') }),
    sorted: true,
    columns: ({ service, readyAt }, { within }, { now }) => ({
      ready: now >= readyAt ? '✔' : '…',
      routeName: service,
      region: within,
    }),
    layout: 'table(ready:label="",metadata.name:label=DOMAIN,routeName:label=SERVICE,region:label=REGION)',
  },
  delete: {
    permission: 'run.domainmappings.delete',
    flags: ['--async'],
    before: ({ name }, { world }) => world.network.close(name),
    done: ({ name }) => `Deleting [${name}]...done.\n✓ Mappings to [${name}] now have been deleted.\n`,
  },
})

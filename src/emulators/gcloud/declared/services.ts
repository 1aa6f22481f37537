import { API_TITLES } from '../access.ts'
import { defineResource } from '../resource/define.ts'

/** `gcloud services`, without what enables and disables them. */
export const SERVICES = defineResource<string>({
  group: 'services',
  kind: 'service',
  noun: 'service',
  path: 'projects/{number}/services/{name}',
  kept: ({ project }) => new Map([...project.services].sort().map((api) => [api, api])),
  refusedOn: { list: 'projects/{number}' },
  json: (api, { project }) => ({
    config: { name: api, title: API_TITLES[api] ?? api },
    name: `projects/${project.number}/services/${api}`,
    parent: `projects/${project.number}`,
    state: 'ENABLED',
  }),
  list: {
    permission: 'serviceusage.services.list',
    flags: ['--enabled'],
    layout: 'table(config.name:label=NAME:sort=1,config.title)',
  },
})

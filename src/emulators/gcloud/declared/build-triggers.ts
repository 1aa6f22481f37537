import { type BuildTrigger, triggerJson } from '../build/build-trigger.ts'
import { BUILD_API, buildRegion } from '../build/cloud-build.ts'
import { fill } from '../resource/address.ts'
import { defineResource } from '../resource/define.ts'

const PATH = 'projects/{project}/locations/{within}/triggers/{name}'

/** `gcloud builds triggers`, without what creates and runs one. */
export const BUILD_TRIGGERS = defineResource<BuildTrigger>({
  group: 'builds triggers',
  kind: 'build.trigger',
  noun: 'trigger',
  api: BUILD_API,
  path: PATH,
  within: { flag: '--region', find: buildRegion },
  effectName: ({ name }) => name,
  refusedOn: { one: 'projects/{project}' },
  permissionFirst: true,
  json: triggerJson,
  describe: { permission: 'cloudbuild.builds.get' },
  list: { permission: 'cloudbuild.builds.get', layout: 'yaml' },
  delete: {
    permission: 'cloudbuild.builds.create',
    done: (found) => `Deleted [${fill(PATH, found)}].\n`,
  },
})

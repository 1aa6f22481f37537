import { type GitRepository, repositoryName } from '../build/build-trigger.ts'
import { BUILD_API } from '../build/cloud-build.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { iso } from '../moment.ts'
import { defineResource } from '../resource/define.ts'
import type { Project } from '../state.ts'

/** Where connections are: Cloud Build has them in regions alone. */
const region = (invocation: GcloudInvocation): string => {
  const found = invocation.property('builds/region')
  if (found !== undefined) return found
  throw new GcloudFailure(
    'Error parsing [region].\nThe [region] resource is not properly specified.\nFailed to find attribute [region]. The attribute can be set in the following ways: \n- provide the argument `--region` on the command line\n- set the property `builds/region`',
  )
}

const byKey = (project: Project, key: (one: GitRepository) => string): Map<string, GitRepository> =>
  new Map(project.gitRepositories.map((one) => [`${one.region}/${key(one)}`, one]))

/** `gcloud builds connections`, as far as they are read. A person makes one in a browser. */
export const BUILD_CONNECTIONS = defineResource<GitRepository>({
  group: 'builds connections',
  kind: 'build.connection',
  noun: 'connection',
  api: BUILD_API,
  path: 'projects/{project}/locations/{within}/connections/{name}',
  within: { flag: '--region', find: region },
  kept: ({ project }) => byKey(project, ({ connection }) => connection),
  json: (one) => ({
    createTime: iso(0),
    installationState: { stage: 'COMPLETE' },
    name: repositoryName(one).replace(/\/repositories\/.*$/, ''),
  }),
  list: {
    permission: 'cloudbuild.connections.list',
    columns: () => ({ disabled: 'Enabled' }),
    layout:
      'table(name.segment(-1):label=NAME,installationState.stage:label=INSTALLATION_STATE,disabled:label=DISABLED)',
  },
})

/** `gcloud builds repositories`, as far as they are read. */
export const BUILD_REPOSITORIES = defineResource<GitRepository>({
  group: 'builds repositories',
  kind: 'build.repository',
  noun: 'repository',
  api: BUILD_API,
  path: 'projects/{project}/locations/{within}/repositories/{name}',
  within: { flag: '--region', find: region },
  kept: ({ project }) => byKey(project, ({ connection, name }) => `${connection}/${name}`),
  json: (one) => ({ createTime: iso(0), name: repositoryName(one), remoteUri: one.remote }),
  list: {
    permission: 'cloudbuild.repositories.list',
    flags: ['--connection'],
    shows: (invocation) => (one) => one.connection === invocation.flag('--connection'),
    layout: 'table(name.segment(-1):label=NAME,remoteUri:label=REMOTE_URI)',
  },
})

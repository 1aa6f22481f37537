import { apiFailure, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Address } from '../resource/declaration.ts'
import { defineResource } from '../resource/define.ts'
import { shownLabels } from '../resource/labels.ts'
import type { Project, Repository } from '../state.ts'

/** The API of Artifact Registry. */
export const ARTIFACT_API = 'artifactregistry.googleapis.com'

/** Where Docker finds a repository. */
export const registryPath = (project: Project, repository: Pick<Repository, 'location' | 'name'>): string =>
  `${repository.location}-docker.pkg.dev/${project.id}/${repository.name}`

const NO_LOCATION = `Error parsing [repository].
The [repository] resource is not properly specified.
Failed to find attribute [location]. The attribute can be set in the following ways: 
- provide the argument \`repository\` on the command line with a fully specified name
- provide the argument \`--location\` on the command line
- set the property \`artifacts/location\``

const locationOf = (invocation: GcloudInvocation): string => {
  const location = invocation.property('artifacts/location')
  if (location === undefined) throw new GcloudFailure(NO_LOCATION)
  return location
}

const issued = (verb: string, { project, within, name }: Address): string =>
  `${verb} request issued for: [${name}]\nWaiting for operation [projects/${project.id}/locations/${within}/operations/${uuid(`${verb} ${within}/${name}`)}] to complete...done.\n`

/** `gcloud artifacts repositories`. */
export const REPOSITORIES = defineResource<Repository>({
  group: 'artifacts repositories',
  kind: 'artifacts.repository',
  noun: 'repository',
  api: ARTIFACT_API,
  path: 'projects/{project}/locations/{within}/repositories/{name}',
  within: { flag: '--location', find: locationOf },
  kept: ({ project }) => project.repositories,
  refusedOn: { create: 'projects/{project}/locations/{within}' },
  exists: () => apiFailure('ALREADY_EXISTS', 'the repository already exists'),
  json: (repository, { project }) => ({
    createTime: iso(repository.createdAt),
    description: repository.description || undefined,
    dockerConfig: repository.immutableTags ? { immutableTags: true } : undefined,
    format: repository.format,
    labels: shownLabels(repository.labels),
    mode: 'STANDARD_REPOSITORY',
    name: `projects/${project.id}/locations/${repository.location}/repositories/${repository.name}`,
    registryUri: repository.format === 'DOCKER' ? registryPath(project, repository) : undefined,
    updateTime: iso(repository.createdAt),
  }),
  labels: ({ labels }) => labels,
  policy: ({ policy }) => policy,
  create: {
    permission: 'artifactregistry.repositories.create',
    flags: ['--repository-format', '--description', '--immutable-tags', '--async', '--mode'],
    needsBilling: true,
    make: (invocation, { within, name }) => ({
      name,
      location: within,
      format: (invocation.flag('--repository-format') ?? '').toUpperCase(),
      description: invocation.flag('--description') ?? '',
      labels: invocation.map('--labels'),
      immutableTags: invocation.switch('--immutable-tags') === true,
      policy: [],
      createdAt: invocation.now,
    }),
    done: (found, { world }) => {
      if (found.one.format === 'DOCKER') world.registries.allow(registryPath(found.project, found.one))
      return `${issued('Create', found)}Created repository [${found.name}].\n`
    },
  },
  describe: {
    permission: 'artifactregistry.repositories.get',
    note: 'Encryption: Google-managed key\nRepository Size: 0.000MB\n',
  },
  list: {
    permission: 'artifactregistry.repositories.get',
    flags: ['--location'],
    scope: (invocation) => ({ within: invocation.property('artifacts/location') }),
    note: ({ project, within = 'all' }) =>
      `Listing items under project ${project.id}, ${within === 'all' || within === '-' ? 'across all locations' : `location ${within}`}.\n\n`,
    layout: `table[title="ARTIFACT_REGISTRY"](name.basename():label=REPOSITORY,format:label=FORMAT,mode:label=MODE,description:label=DESCRIPTION,name.segment(3):label=LOCATION,labels.list():label=LABELS,kmsKeyName.yesno(yes='Customer-managed key',no='Google-managed key'):label=ENCRYPTION,createTime.date():label=CREATE_TIME,updateTime.date():label=UPDATE_TIME,sizeBytes:label='SIZE (MB)')`,
  },
  update: {
    permission: 'artifactregistry.repositories.update',
    flags: ['--description', '--immutable-tags'],
    change: ({ one }, invocation) => {
      one.immutableTags = invocation.switch('--immutable-tags') ?? one.immutableTags
      one.description = invocation.flag('--description') ?? one.description
    },
  },
  delete: {
    permission: 'artifactregistry.repositories.delete',
    flags: ['--async'],
    ask: ({ name }) => `You are about to delete repository [${name}]`,
    before: ({ project, one }, { world: { registries } }) => {
      const path = registryPath(project, one)
      for (const { path: image, image: held } of registries.list(path)) registries.remove(image, held.digest)
      registries.forbid(path)
    },
    done: (found) => `${issued('Delete', found)}Deleted repository [${found.name}].\n`,
  },
  iam: { permission: 'artifactregistry.repositories.setIamPolicy' },
})

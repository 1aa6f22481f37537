import { needApi, needBilling, needPermission, projectOf } from '../access.ts'
import { bindingCommands } from '../bindings.ts'
import type { CloudCommands } from '../command.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Reply } from '../output.ts'
import type { Project, Repository } from '../state.ts'

/** The API of Artifact Registry. */
export const ARTIFACT_API = 'artifactregistry.googleapis.com'

/** Where Docker finds a repository. */
export const registryPath = (project: Project, repository: Pick<Repository, 'location' | 'name'>): string =>
  `${repository.location}-docker.pkg.dev/${project.id}/${repository.name}`

const pathOf = (project: Project, location: string, name: string): string =>
  `projects/${project.id}/locations/${location}/repositories/${name}`

const locate = (invocation: GcloudInvocation): { project: Project; location: string; name: string } => {
  const full = /^projects\/[^/]+\/locations\/([^/]+)\/repositories\/([^/]+)$/.exec(invocation.argument('REPOSITORY'))
  const location = full?.[1] ?? invocation.property('artifacts/location')
  if (location === undefined) throw new GcloudFailure(NO_LOCATION)
  const project = projectOf(invocation)
  needApi(invocation, project, ARTIFACT_API)
  return { project, location, name: full?.[2] ?? invocation.argument('REPOSITORY') }
}

const NO_LOCATION = `Error parsing [repository].
The [repository] resource is not properly specified.
Failed to find attribute [location]. The attribute can be set in the following ways: 
- provide the argument \`repository\` on the command line with a fully specified name
- provide the argument \`--location\` on the command line
- set the property \`artifacts/location\``

const find = (invocation: GcloudInvocation): { project: Project; repository: Repository } => {
  const { project, location, name } = locate(invocation)
  const repository = project.repositories.get(`${location}/${name}`)
  if (repository === undefined) throw apiFailure('NOT_FOUND', 'Requested entity was not found.')
  return { project, repository }
}

const create = (invocation: GcloudInvocation): Reply => {
  const { project, location, name } = locate(invocation)
  needPermission(invocation, project, 'artifactregistry.repositories.create', {
    resource: `projects/${project.id}/locations/${location}`,
  })
  needBilling(project)
  if (project.repositories.has(`${location}/${name}`))
    throw apiFailure('ALREADY_EXISTS', 'the repository already exists')
  const repository: Repository = {
    name,
    location,
    format: (invocation.flag('--repository-format') ?? '').toUpperCase(),
    description: invocation.flag('--description') ?? '',
    labels: invocation.map('--labels'),
    immutableTags: invocation.switch('--immutable-tags') === true,
    policy: [],
    createdAt: invocation.now,
  }
  project.repositories.set(`${location}/${name}`, repository)
  if (repository.format === 'DOCKER') invocation.world.registries.allow(registryPath(project, repository))
  invocation.effect('create', 'artifacts.repository', `${location}/${name}`)
  return { stderr: `${issued('Create', project, repository)}Created repository [${name}].\n` }
}

const issued = (verb: string, project: Project, { name, location }: Repository): string =>
  `${verb} request issued for: [${name}]\nWaiting for operation [projects/${project.id}/locations/${location}/operations/${uuid(`${verb} ${location}/${name}`)}] to complete...done.\n`

const json = (project: Project, repository: Repository): JsonObject => ({
  createTime: iso(repository.createdAt),
  description: repository.description || undefined,
  dockerConfig: repository.immutableTags ? { immutableTags: true } : undefined,
  format: repository.format,
  labels: Object.keys(repository.labels).length > 0 ? repository.labels : undefined,
  mode: 'STANDARD_REPOSITORY',
  name: pathOf(project, repository.location, repository.name),
  registryUri: repository.format === 'DOCKER' ? registryPath(project, repository) : undefined,
  updateTime: iso(repository.createdAt),
})

const describe = (invocation: GcloudInvocation): Reply => {
  const { project, repository } = find(invocation)
  needPermission(invocation, project, 'artifactregistry.repositories.get', {
    resource: pathOf(project, repository.location, repository.name),
    policy: repository.policy,
  })
  invocation.effect('read', 'artifacts.repository', `${repository.location}/${repository.name}`)
  return { resources: json(project, repository), stderr: 'Encryption: Google-managed key\nRepository Size: 0.000MB\n' }
}

const list = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  const location = invocation.property('artifacts/location')
  needApi(invocation, project, ARTIFACT_API)
  needPermission(invocation, project, 'artifactregistry.repositories.get', { resource: `projects/${project.id}` })
  invocation.effect('read', 'artifacts.repository', 'all')
  const all = location === undefined || location === 'all' || location === '-'
  const resources = [...project.repositories.values()]
    .filter((one) => all || one.location === location)
    .map((one) => json(project, one))
  return {
    resources,
    stderr: `Listing items under project ${project.id}, ${all ? 'across all locations' : `location ${location}`}.\n\n`,
    layout: LAYOUT,
  }
}

const LAYOUT = `table[title="ARTIFACT_REGISTRY"](name.basename():label=REPOSITORY,format:label=FORMAT,mode:label=MODE,description:label=DESCRIPTION,name.segment(3):label=LOCATION,labels.list():label=LABELS,kmsKeyName.yesno(yes='Customer-managed key',no='Google-managed key'):label=ENCRYPTION,createTime.date():label=CREATE_TIME,updateTime.date():label=UPDATE_TIME,sizeBytes:label='SIZE (MB)')`

const remove = (invocation: GcloudInvocation): Reply => {
  const { project, repository } = find(invocation)
  needPermission(invocation, project, 'artifactregistry.repositories.delete', {
    resource: pathOf(project, repository.location, repository.name),
  })
  if (!invocation.confirm(`You are about to delete repository [${repository.name}]`))
    throw new GcloudFailure('Aborted by user.')
  const path = registryPath(project, repository)
  for (const { path: image, image: held } of invocation.world.registries.list(path))
    invocation.world.registries.remove(image, held.digest)
  invocation.world.registries.forbid(path)
  project.repositories.delete(`${repository.location}/${repository.name}`)
  invocation.effect('delete', 'artifacts.repository', `${repository.location}/${repository.name}`)
  return { stderr: `${issued('Delete', project, repository)}Deleted repository [${repository.name}].\n` }
}

const update = (invocation: GcloudInvocation): Reply => {
  const { project, repository } = find(invocation)
  needPermission(invocation, project, 'artifactregistry.repositories.update', {
    resource: pathOf(project, repository.location, repository.name),
  })
  repository.immutableTags = invocation.switch('--immutable-tags') ?? repository.immutableTags
  repository.description = invocation.flag('--description') ?? repository.description
  Object.assign(repository.labels, invocation.map('--update-labels'))
  invocation.effect('update', 'artifacts.repository', `${repository.location}/${repository.name}`)
  return { stderr: `Updated repository [${repository.name}].\n` }
}

const guarded = (invocation: GcloudInvocation) => {
  const { project, repository } = find(invocation)
  return {
    project,
    policy: repository.policy,
    label: `repository [${repository.name}]`,
    resource: pathOf(project, repository.location, repository.name),
    permission: 'artifactregistry.repositories.setIamPolicy',
  }
}

/** `gcloud artifacts repositories`. */
export const REPOSITORY_COMMANDS: CloudCommands = {
  'artifacts repositories create': {
    flags: ['--location', '--repository-format', '--description', '--labels', '--immutable-tags', '--async', '--mode'],
    run: create,
  },
  'artifacts repositories describe': { flags: ['--location'], run: describe },
  'artifacts repositories list': { flags: ['--location'], run: list },
  'artifacts repositories update': {
    flags: ['--location', '--description', '--immutable-tags', '--update-labels'],
    run: update,
  },
  'artifacts repositories delete': { flags: ['--location', '--async'], run: remove },
  ...bindingCommands('artifacts repositories', ['--location'], guarded),
}

import { NotModelled } from '../../model.ts'
import { needApi, needPermission, projectOf } from '../access.ts'
import { bindingCommands } from '../bindings.ts'
import type { CloudCommands } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import type { Reply } from '../output.ts'
import type { Project, Secret } from '../state.ts'
import { findSecret, SECRET_API, secretPath } from './secret-lookup.ts'
import { addVersion, readData } from './secret-versions.ts'

const create = async (invocation: GcloudInvocation): Promise<Reply> => {
  const project = projectOf(invocation)
  const name = invocation.argument('SECRET')
  const data = await readData(invocation)
  needApi(invocation, project, SECRET_API)
  needPermission(invocation, project, 'secretmanager.secrets.create', { resource: `projects/${project.number}` })
  if (project.secrets.has(name)) {
    throw new GcloudFailure(
      `Resource in projects [${project.id}] is the subject of a conflict: Secret [${secretPath(project, name)}] already exists.`,
    )
  }
  const secret = newSecret(invocation, name)
  project.secrets.set(name, secret)
  invocation.effect('create', 'secret', name)
  if (data === undefined) return { stderr: `Created secret [${name}].\n` }
  return { stderr: addVersion(invocation, secret, data) }
}

const newSecret = (invocation: GcloudInvocation, name: string): Secret => {
  const locations = invocation.list('--locations')
  const managed = invocation.flag('--replication-policy') === 'user-managed'
  if (managed && locations.length === 0) {
    throw new GcloudFailure(
      'Missing required argument [locations]: If --replication-policy is user-managed then --locations must also be provided to set the replication locations.',
    )
  }
  if (!managed && locations.length > 0) {
    throw new GcloudFailure(
      'Invalid value for [locations]: If --replication-policy is "automatic" then --locations are not allowed.',
    )
  }
  return { name, labels: invocation.map('--labels'), locations, versions: [], policy: [], createdAt: invocation.now }
}

const json = (project: Project, secret: Secret): JsonObject => ({
  createTime: iso(secret.createdAt),
  etag: '"15c0a1b2c3d4e5"',
  labels: Object.keys(secret.labels).length === 0 ? undefined : secret.labels,
  name: secretPath(project, secret.name),
  replication:
    secret.locations.length === 0
      ? { automatic: {} }
      : { userManaged: { replicas: secret.locations.map((location) => ({ location })) } },
})

const list = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  needApi(invocation, project, SECRET_API)
  needPermission(invocation, project, 'secretmanager.secrets.get', { resource: `projects/${project.number}` })
  invocation.effect('read', 'secret', 'all')
  const secrets = [...project.secrets.values()]
  const resources =
    invocation.has('--format') || invocation.has('--filter')
      ? secrets.map((secret) => json(project, secret))
      : secrets.map((secret) => ({ ...json(project, secret), ...placement(secret) }))
  return {
    resources,
    layout:
      'table(name.basename():label=NAME,createTime.date():label=CREATED,policy:label=REPLICATION_POLICY,locations:label=LOCATIONS)',
  }
}

const placement = ({ locations }: Secret): JsonObject => ({
  policy: locations.length === 0 ? 'automatic' : 'user_managed',
  locations: locations.length === 0 ? '-' : locations.join(','),
})

const describe = (invocation: GcloudInvocation): Reply => {
  const { project, secret } = findSecret(invocation, invocation.argument('SECRET'))
  needPermission(invocation, project, 'secretmanager.secrets.get', {
    resource: secretPath(project, secret.name),
    policy: secret.policy,
  })
  invocation.effect('read', 'secret', secret.name)
  return { resources: json(project, secret) }
}

const remove = (invocation: GcloudInvocation): Reply => {
  const { project, secret } = findSecret(invocation, invocation.argument('SECRET'))
  needPermission(invocation, project, 'secretmanager.secrets.delete', {
    resource: secretPath(project, secret.name),
    policy: secret.policy,
  })
  const active = secret.versions.filter(({ state }) => state !== 'DESTROYED').length
  const message = `You are about to destroy the secret [${secret.name}] and its [${active}] version(s). This action cannot be reversed.`
  if (!invocation.confirm(message, { unattended: 'refuse' })) throw new GcloudFailure('Aborted by user.')
  project.secrets.delete(secret.name)
  invocation.effect('delete', 'secret', secret.name)
  return { stderr: `Deleted secret [${secret.name}].\n` }
}

const update = (invocation: GcloudInvocation): Reply => {
  const { secret } = findSecret(invocation, invocation.argument('SECRET'))
  if (!invocation.has('--update-labels')) throw new NotModelled('gcloud secrets update without --update-labels')
  Object.assign(secret.labels, invocation.map('--update-labels'))
  invocation.effect('update', 'secret', secret.name)
  return { stderr: `Updated secret [${secret.name}].\n` }
}

const guarded = (invocation: GcloudInvocation) => {
  const { project, secret } = findSecret(invocation, invocation.argument('SECRET'))
  return {
    project,
    policy: secret.policy,
    label: `secret [${secret.name}]`,
    resource: secretPath(project, secret.name),
    permission: 'secretmanager.secrets.setIamPolicy',
  }
}

/** `gcloud secrets`, without versions. */
export const SECRET_COMMANDS: CloudCommands = {
  'secrets create': { flags: ['--data-file', '--replication-policy', '--locations', '--labels'], run: create },
  'secrets list': { flags: [], run: list },
  'secrets describe': { flags: [], run: describe },
  'secrets delete': { flags: [], run: remove },
  'secrets update': { flags: ['--update-labels'], run: update },
  ...bindingCommands('secrets', [], guarded),
}

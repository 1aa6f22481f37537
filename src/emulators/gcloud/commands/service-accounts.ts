import { needApi, needPermission, projectOf } from '../access.ts'
import { bindingCommands } from '../bindings.ts'
import type { CloudCommands } from '../command.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { digits } from '../names.ts'
import type { Reply } from '../output.ts'
import type { Project, ServiceAccount } from '../state.ts'

const IAM = 'iam.googleapis.com'

const create = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  const name = invocation.argument('NAME')
  const email = `${name}@${project.id}.iam.gserviceaccount.com`
  needApi(invocation, project, IAM)
  needPermission(invocation, project, 'iam.serviceAccounts.create', { resource: `projects/${project.id}` })
  if (project.serviceAccounts.has(email)) {
    throw new GcloudFailure(
      `Resource in projects [${project.id}] is the subject of a conflict: Service account ${name} already exists within project projects/${project.id}.`,
    )
  }
  const account = {
    email,
    displayName: invocation.flag('--display-name') ?? '',
    description: invocation.flag('--description') ?? '',
    disabled: false,
    uniqueId: `1${digits(email, 20)}`,
    policy: [],
  }
  project.serviceAccounts.set(email, account)
  invocation.effect('create', 'iam.service-account', email)
  return { stderr: `Created service account [${name}].\n` }
}

const json = (project: Project, account: ServiceAccount): JsonObject => ({
  description: account.description || undefined,
  disabled: account.disabled || undefined,
  displayName: account.displayName || undefined,
  email: account.email,
  etag: 'MDEwMjE5MjA=',
  name: `projects/${project.id}/serviceAccounts/${account.email}`,
  oauth2ClientId: account.uniqueId,
  projectId: project.id,
  uniqueId: account.uniqueId,
})

const find = (invocation: GcloudInvocation): { project: Project; account: ServiceAccount } => {
  const email = invocation.argument('SERVICE_ACCOUNT')
  const project = [...invocation.cloud.projects.values()].find(({ serviceAccounts }) => serviceAccounts.has(email))
  const account = project?.serviceAccounts.get(email)
  if (project === undefined || account === undefined)
    throw apiFailure(
      'NOT_FOUND',
      `Unknown service account. This command is authenticated as ${invocation.account} which is the active account specified by the [core/account] property`,
    )
  needApi(invocation, project, IAM)
  return { project, account }
}

const describe = (invocation: GcloudInvocation): Reply => {
  const { project, account } = find(invocation)
  needPermission(invocation, project, 'iam.serviceAccounts.get', { resource: account.email, policy: account.policy })
  invocation.effect('read', 'iam.service-account', account.email)
  return { resources: json(project, account) }
}

const list = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  needApi(invocation, project, IAM)
  needPermission(invocation, project, 'iam.serviceAccounts.get', { resource: `projects/${project.id}` })
  invocation.effect('read', 'iam.service-account', 'all')
  const resources = [...project.serviceAccounts.values()].map((account) => ({
    ...json(project, account),
    disabled: account.disabled,
  }))
  return { resources, layout: 'table(displayName:label="DISPLAY NAME",email,disabled)' }
}

const remove = (invocation: GcloudInvocation): Reply => {
  const { project, account } = find(invocation)
  needPermission(invocation, project, 'iam.serviceAccounts.delete', { resource: account.email })
  const message = `You are about to delete service account [${account.email}]`
  if (!invocation.confirm(message)) throw new GcloudFailure('Aborted by user.')
  project.serviceAccounts.delete(account.email)
  invocation.effect('delete', 'iam.service-account', account.email)
  return { stderr: `deleted service account [${account.email}]\n` }
}

const guarded = (invocation: GcloudInvocation) => {
  const { project, account } = find(invocation)
  return {
    project,
    policy: account.policy,
    label: `serviceAccount [${account.email}]`,
    resource: account.email,
    permission: 'iam.serviceAccounts.setIamPolicy',
  }
}

/** `gcloud iam service-accounts`. */
export const SERVICE_ACCOUNT_COMMANDS: CloudCommands = {
  'iam service-accounts create': { flags: ['--display-name', '--description'], run: create },
  'iam service-accounts describe': { flags: [], run: describe },
  'iam service-accounts list': { flags: [], run: list },
  'iam service-accounts delete': { flags: [], run: remove },
  ...bindingCommands('iam service-accounts', [], guarded),
}

import { authenticatedAs } from '../access.ts'
import { apiFailure, conflict, GcloudFailure } from '../failure.ts'
import { defineResource } from '../resource/define.ts'
import { newServiceAccount, type ServiceAccount } from '../state.ts'

/** `gcloud iam service-accounts`. */
export const SERVICE_ACCOUNTS = defineResource<ServiceAccount>({
  group: 'iam service-accounts',
  kind: 'iam.service-account',
  noun: 'service account',
  api: 'iam.googleapis.com',
  path: 'projects/{project}/serviceAccounts/{name}',
  kept: ({ project }) => project.serviceAccounts,
  refusedOn: { one: '{name}' },
  owner: (invocation, email) => {
    const project = [...invocation.cloud.projects.values()].find(({ serviceAccounts }) => serviceAccounts.has(email))
    if (project !== undefined) return { project, name: email }
    throw apiFailure('NOT_FOUND', `Unknown service account. ${authenticatedAs(invocation.account)}`)
  },
  missing: (_, invocation) =>
    apiFailure('NOT_FOUND', `Unknown service account. ${authenticatedAs(invocation.account)}`),
  exists: ({ project, name }) =>
    conflict(
      project.id,
      `Service account ${name.replace(/@.*/, '')} already exists within project projects/${project.id}.`,
    ),
  json: (account, { project }) => ({
    description: account.description || undefined,
    disabled: account.disabled || undefined,
    displayName: account.displayName || undefined,
    email: account.email,
    etag: 'MDEwMjE5MjA=',
    name: `projects/${project.id}/serviceAccounts/${account.email}`,
    oauth2ClientId: account.uniqueId,
    projectId: project.id,
    uniqueId: account.uniqueId,
  }),
  policy: ({ policy }) => policy,
  create: {
    permission: 'iam.serviceAccounts.create',
    flags: ['--display-name', '--description'],
    name: (name, { project }) => `${name}@${project.id}.iam.gserviceaccount.com`,
    make: (invocation, { name: email }) => ({
      ...newServiceAccount(email),
      displayName: invocation.flag('--display-name') ?? '',
      description: invocation.flag('--description') ?? '',
    }),
    done: ({ name }) => `Created service account [${name.replace(/@.*/, '')}].\n`,
  },
  describe: { permission: 'iam.serviceAccounts.get' },
  list: {
    permission: 'iam.serviceAccounts.get',
    layout: 'table(displayName:label="DISPLAY NAME",email,disabled)',
    fields: ({ disabled }) => ({ disabled }),
  },
  update: {
    permission: 'iam.serviceAccounts.update',
    flags: ['--display-name', '--description'],
    nothing: () =>
      new GcloudFailure(
        'One of arguments [--display-name, --description] is required: Specify at least one field to update.',
      ),
    change: ({ one }, invocation) => {
      one.displayName = invocation.flag('--display-name') ?? one.displayName
      one.description = invocation.flag('--description') ?? one.description
    },
    done: ({ name }) => `Updated serviceAccount [${name}].\n`,
  },
  delete: {
    permission: 'iam.serviceAccounts.delete',
    ask: ({ name }) => `You are about to delete service account [${name}]`,
    done: ({ name }) => `deleted service account [${name}]\n`,
  },
  iam: { permission: 'iam.serviceAccounts.setIamPolicy', noun: 'serviceAccount' },
})

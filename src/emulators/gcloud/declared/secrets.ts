import { apiFailure, conflict, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { defineResource } from '../resource/define.ts'
import { shownLabels } from '../resource/labels.ts'
import { addVersion, readData, secretPath } from '../secrets/version.ts'
import type { Secret } from '../state.ts'

/** The API of Secret Manager. */
export const SECRET_API = 'secretmanager.googleapis.com'

/** `gcloud secrets`, without versions. */
export const SECRETS = defineResource<Secret>({
  group: 'secrets',
  kind: 'secret',
  noun: 'secret',
  api: SECRET_API,
  path: 'projects/{number}/secrets/{name}',
  kept: ({ project }) => project.secrets,
  refusedOn: { create: 'projects/{number}', list: 'projects/{number}' },
  missing: ({ project, name }, invocation) =>
    invocation.match.path.at(-1) === 'update'
      ? new GcloudFailure(
          `Invalid value for [secret]: The secret [${name}] cannot be updated because it does not exist. Please use the create command to create a new secret.`,
        )
      : apiFailure('NOT_FOUND', `Secret [${secretPath(project, name)}] not found.`),
  exists: ({ project, name }) => conflict(project.id, `Secret [${secretPath(project, name)}] already exists.`),
  json: (secret, { project }) => ({
    createTime: iso(secret.createdAt),
    etag: '"15c0a1b2c3d4e5"',
    labels: shownLabels(secret.labels),
    name: secretPath(project, secret.name),
    replication:
      secret.locations.length === 0
        ? { automatic: {} }
        : { userManaged: { replicas: secret.locations.map((location) => ({ location })) } },
  }),
  labels: ({ labels }) => labels,
  policy: ({ policy }) => policy,
  create: {
    permission: 'secretmanager.secrets.create',
    flags: ['--data-file', '--replication-policy', '--locations'],
    read: readData,
    make: (invocation, { name }) => newSecret(invocation, name),
    done: ({ one, name }, invocation, data) =>
      data === undefined ? `Created secret [${name}].\n` : addVersion(invocation, one, data),
  },
  describe: { permission: 'secretmanager.secrets.get' },
  list: {
    permission: 'secretmanager.secrets.get',
    layout:
      'table(name.basename():label=NAME,createTime.date():label=CREATED,policy:label=REPLICATION_POLICY,locations:label=LOCATIONS)',
    columns: ({ locations }): JsonObject => ({
      policy: locations.length === 0 ? 'automatic' : 'user_managed',
      locations: locations.length === 0 ? '-' : locations.join(','),
    }),
  },
  update: {
    permission: 'secretmanager.secrets.update',
    flags: [],
    nothing: ({ name }) =>
      new GcloudFailure(
        `One of [${UPDATES}] must be supplied: There are no changes to the secret [${name}] for update.`,
      ),
  },
  delete: {
    permission: 'secretmanager.secrets.delete',
    ask: ({ name, one }) =>
      `You are about to destroy the secret [${name}] and its [${active(one)}] version(s). This action cannot be reversed.`,
    unattended: 'refuse',
  },
  iam: { permission: 'secretmanager.secrets.setIamPolicy' },
})

/** As gcloud names them, a slip of its own included (surface/secrets/update.py). */
const UPDATES = [
  '--clear-labels, --remove-labels, --update-labels, --ttl, --expire-time, --remove-expiration',
  '--clear-topics, --remove-topics, --add-topics',
  '--update-version-aliases, --remove-version-aliases, --clear-version-aliases',
  '--update-annotations, --remove-annotations, --clear-annotations',
  '--next-rotation-time, --remove-next-rotation-time, --rotation-period, --remove-rotation-period',
  '--remove-rotation-schedule, --version-destroy-ttl, --remove-version-destroy-ttl',
  '--remove_regional_kms_key_name, --regional-kms-key-name',
].join(', ')

const active = ({ versions }: Secret): number => versions.filter(({ state }) => state !== 'DESTROYED').length

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

import { needPermission } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import { absolutePath, readArgument } from '../file-argument.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import type { Reply } from '../output.ts'
import type { Project, Secret, SecretVersion } from '../state.ts'
import { findSecret, findVersion, secretPath } from './secret-lookup.ts'

/** The data `--data-file` names: a file, or standard input for `-`. Undefined when not given. */
export const readData = async (invocation: GcloudInvocation): Promise<string | undefined> => {
  const file = invocation.flag('--data-file')
  if (file === undefined) return undefined
  return file === '-' ? invocation.call.stdin : readArgument(invocation, file)
}

/** Adds a version. Gives the line gcloud prints. */
export const addVersion = (invocation: GcloudInvocation, secret: Secret, value: string): string => {
  if (value === '') throw apiFailure('INVALID_ARGUMENT', 'Secret Payload cannot be empty.')
  const number = (secret.versions.at(-1)?.number ?? 0) + 1
  secret.versions.push({ number, value, state: 'ENABLED', createdAt: invocation.now })
  invocation.effect('create', 'secret.version', `${secret.name}/${number}`)
  return `Created version [${number}] of the secret [${secret.name}].\n`
}

const add = async (invocation: GcloudInvocation): Promise<Reply> => {
  const data = await readData(invocation)
  const { project, secret } = findSecret(invocation, invocation.argument('SECRET'))
  needPermission(invocation, project, 'secretmanager.versions.add', {
    resource: secretPath(project, secret.name),
    policy: secret.policy,
  })
  return { stderr: addVersion(invocation, secret, data ?? '') }
}

const access = async (invocation: GcloudInvocation): Promise<Reply> => {
  const { project, secret, version } = findVersion(invocation)
  const path = `${secretPath(project, secret.name)}/versions/${version.number}`
  needPermission(invocation, project, 'secretmanager.versions.access', { resource: path, policy: secret.policy })
  if (version.state !== 'ENABLED') {
    throw apiFailure('FAILED_PRECONDITION', `Secret Version [${path}] is in ${version.state} state.`)
  }
  invocation.effect('read', 'secret.version', `${secret.name}/${version.number}`)
  const target = invocation.flag('--out-file')
  if (target === undefined) return { stdout: version.value }
  await invocation.call.files.write(absolutePath(invocation, target), version.value)
  return {}
}

const json = (project: Project, secret: Secret, version: SecretVersion): JsonObject => ({
  createTime: iso(version.createdAt),
  etag: '"15c0a1b2c3d4e5"',
  name: `${secretPath(project, secret.name)}/versions/${version.number}`,
  replicationStatus: { automatic: {} },
  state: version.state,
})

const list = (invocation: GcloudInvocation): Reply => {
  const { project, secret } = findSecret(invocation, invocation.argument('SECRET'))
  needPermission(invocation, project, 'secretmanager.secrets.get', {
    resource: secretPath(project, secret.name),
    policy: secret.policy,
  })
  invocation.effect('read', 'secret.version', secret.name)
  const resources = secret.versions.toReversed().map((version) => json(project, secret, version))
  if (invocation.has('--format')) return { resources }
  return {
    resources: resources.map((version) => ({
      ...version,
      state: String(version.state).toLowerCase(),
      destroyTime: '-',
    })),
    layout:
      'table(name.basename():label=NAME,state:label=STATE,createTime.date():label=CREATED,destroyTime:label=DESTROYED)',
  }
}

const describe = (invocation: GcloudInvocation): Reply => {
  const { project, secret, version } = findVersion(invocation)
  invocation.effect('read', 'secret.version', `${secret.name}/${version.number}`)
  return { resources: json(project, secret, version) }
}

const turn =
  (state: SecretVersion['state'], word: string) =>
  (invocation: GcloudInvocation): Reply => {
    const { project, secret, version } = findVersion(invocation)
    const path = `${secretPath(project, secret.name)}/versions/${version.number}`
    needPermission(invocation, project, 'secretmanager.versions.manage', { resource: path, policy: secret.policy })
    if (version.state === 'DESTROYED')
      throw apiFailure('FAILED_PRECONDITION', `Secret Version [${path}] is in DESTROYED state.`)
    if (state === 'DESTROYED') confirmDestroy(invocation, secret, version)
    version.state = state
    if (state === 'DESTROYED') version.value = ''
    invocation.effect(state === 'DESTROYED' ? 'delete' : 'update', 'secret.version', `${secret.name}/${version.number}`)
    return { stderr: `${word} version [${version.number}] of the secret [${secret.name}].\n` }
  }

const confirmDestroy = (invocation: GcloudInvocation, secret: Secret, version: SecretVersion): void => {
  const message = `You are about to destroy version [${version.number}] of the secret [${secret.name}]. This action cannot be reversed.`
  if (!invocation.confirm(message, { unattended: 'refuse' })) throw new GcloudFailure('Aborted by user.')
}

/** `gcloud secrets versions`. */
export const SECRET_VERSION_COMMANDS: CloudCommands = {
  'secrets versions add': { flags: ['--data-file'], run: add },
  'secrets versions access': { flags: ['--secret', '--out-file'], run: access },
  'secrets versions list': { flags: [], run: list },
  'secrets versions describe': { flags: ['--secret'], run: describe },
  'secrets versions disable': { flags: ['--secret'], run: turn('DISABLED', 'Disabled') },
  'secrets versions enable': { flags: ['--secret'], run: turn('ENABLED', 'Enabled') },
  'secrets versions destroy': { flags: ['--secret'], run: turn('DESTROYED', 'Destroyed') },
}

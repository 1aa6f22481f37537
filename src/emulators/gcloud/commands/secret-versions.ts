import { needPermission } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { SECRET_VERSIONS } from '../declared/secret-versions.ts'
import { SECRETS } from '../declared/secrets.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import { absolutePath } from '../file-argument.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { find } from '../resource/find.ts'
import { addVersion, readData, secretPath } from '../secrets/version.ts'
import type { SecretVersion } from '../state.ts'

const add = async (invocation: GcloudInvocation): Promise<Reply> => {
  const data = await readData(invocation)
  const { one } = find(SECRETS, invocation, { permission: 'secretmanager.versions.add' })
  return { stderr: addVersion(invocation, one, data ?? '') }
}

interface FoundVersion {
  secret: string
  version: SecretVersion
  path: string
}

/** The version a call names; what is done with it takes a permission. */
const findVersion = (invocation: GcloudInvocation, permission: string): FoundVersion => {
  const { project, within: secret, one: version } = find(SECRET_VERSIONS, invocation)
  const path = `${secretPath(project, secret)}/versions/${version.number}`
  const policy = project.secrets.get(secret)?.policy ?? []
  needPermission(invocation, project, permission, { resource: path, policy })
  return { secret, version, path }
}

const access = async (invocation: GcloudInvocation): Promise<Reply> => {
  const { secret, version, path } = findVersion(invocation, 'secretmanager.versions.access')
  if (version.state !== 'ENABLED') {
    throw apiFailure('FAILED_PRECONDITION', `Secret Version [${path}] is in ${version.state} state.`)
  }
  invocation.effect('read', 'secret.version', `${secret}/${version.number}`)
  const target = invocation.flag('--out-file')
  if (target === undefined) return { stdout: version.value }
  await invocation.call.files.write(absolutePath(invocation, target), version.value)
  return {}
}

const turn =
  (state: SecretVersion['state'], word: string) =>
  (invocation: GcloudInvocation): Reply => {
    const { secret, version, path } = findVersion(invocation, 'secretmanager.versions.manage')
    if (version.state === 'DESTROYED')
      throw apiFailure('FAILED_PRECONDITION', `Secret Version [${path}] is in DESTROYED state.`)
    if (state === 'DESTROYED') confirmDestroy(invocation, secret, version)
    version.state = state
    if (state === 'DESTROYED') version.value = ''
    invocation.effect(state === 'DESTROYED' ? 'delete' : 'update', 'secret.version', `${secret}/${version.number}`)
    return { stderr: `${word} version [${version.number}] of the secret [${secret}].\n` }
  }

const confirmDestroy = (invocation: GcloudInvocation, secret: string, { number }: SecretVersion): void => {
  const message = `You are about to destroy version [${number}] of the secret [${secret}]. This action cannot be reversed.`
  if (!invocation.confirm(message, { unattended: 'refuse' })) throw new GcloudFailure('Aborted by user.')
}

/** `gcloud secrets versions`, what adds, reads and ends them. */
export const SECRET_VERSION_COMMANDS: CloudCommands = {
  'secrets versions add': { flags: ['--data-file'], run: add },
  'secrets versions access': { flags: ['--secret', '--out-file'], run: access },
  'secrets versions disable': { flags: ['--secret'], run: turn('DISABLED', 'Disabled') },
  'secrets versions enable': { flags: ['--secret'], run: turn('ENABLED', 'Enabled') },
  'secrets versions destroy': { flags: ['--secret'], run: turn('DESTROYED', 'Destroyed') },
}

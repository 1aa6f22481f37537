import { needApi, projectNamed, projectOf } from '../access.ts'
import { apiFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project, Secret, SecretVersion } from '../state.ts'

/** The API of Secret Manager. */
export const SECRET_API = 'secretmanager.googleapis.com'

/** Full name of a secret in messages. */
export const secretPath = (project: Project, name: string): string => `projects/${project.number}/secrets/${name}`

/** A secret by name or full name. Fails as the API does. */
export const findSecret = (invocation: GcloudInvocation, text: string): { project: Project; secret: Secret } => {
  const full = /^projects\/([^/]+)\/secrets\/([^/]+)/.exec(text)
  const project = full ? projectNamed(invocation, full[1] as string) : projectOf(invocation)
  const name = full ? (full[2] as string) : text
  needApi(invocation, project, SECRET_API)
  const secret = project.secrets.get(name)
  if (secret === undefined) throw apiFailure('NOT_FOUND', `Secret [${secretPath(project, name)}] not found.`)
  return { project, secret }
}

/** A version by number or `latest`, whatever its state. */
export const versionOf = (secret: Secret, name: string): SecretVersion | undefined =>
  name === 'latest' ? secret.versions.at(-1) : secret.versions.find(({ number }) => String(number) === name)

/** The version a command names with `--secret` or in full. */
export const findVersion = (
  invocation: GcloudInvocation,
): { project: Project; secret: Secret; version: SecretVersion } => {
  const text = invocation.argument('VERSION')
  const full = /^projects\/[^/]+\/secrets\/[^/]+\/versions\/([^/]+)$/.exec(text)
  const { project, secret } = findSecret(invocation, full ? text : (invocation.flag('--secret') ?? ''))
  const name = full ? (full[1] as string) : text
  const version = versionOf(secret, name)
  if (version !== undefined) return { project, secret, version }
  const path = secretPath(project, secret.name)
  if (name === 'latest') throw apiFailure('NOT_FOUND', `Secret [${path}] not found or has no versions.`)
  throw apiFailure('NOT_FOUND', `Secret Version [${path}/versions/${name}] not found.`)
}

import { apiFailure } from '../failure.ts'
import { readArgument } from '../file-argument.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project, Secret, SecretVersion } from '../state.ts'

/** Full name of a secret in messages. */
export const secretPath = (project: Project, name: string): string => `projects/${project.number}/secrets/${name}`

/** A version by number or `latest`, whatever its state. */
export const versionOf = (secret: Secret, name: string): SecretVersion | undefined =>
  name === 'latest' ? secret.versions.at(-1) : secret.versions.find(({ number }) => String(number) === name)

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

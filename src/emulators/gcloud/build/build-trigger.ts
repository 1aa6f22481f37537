import type { CloudSeed } from '#schema/seed.ts'
import { apiFailure, type GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Address } from '../resource/declaration.ts'
import { buildAccount, needActAs } from './cloud-build.ts'

/** What starts a build when something is pushed. */
export interface BuildTrigger {
  id: string
  /** Full name of the connected repository. */
  repository: string
  /** Of what is pushed: regular expressions. */
  push: { tag: string } | { branch: string }
  /** The build's file, in the repository. */
  filename: string
  /** Whose roles the build has. */
  account: string
  description: string
  substitutions: Record<string, string>
  createdAt: number
}

export type GitRepository = CloudSeed['gitRepositories'][number]

/** Full name of a connected repository. */
export const repositoryName = ({ project, region, connection, name }: GitRepository): string =>
  `projects/${project}/locations/${region}/connections/${connection}/repositories/${name}`

/** The trigger a `create github` asks for. Fails as Cloud Build does for what it would not accept. */
export const newBuildTrigger = (invocation: GcloudInvocation, address: Address): BuildTrigger => {
  const account = buildAccount(invocation)
  const repository = connected(invocation, address)
  if (account === undefined || !address.project.serviceAccounts.has(account)) throw INVALID
  needActAs(invocation, address.project, account)
  const tag = invocation.flag('--tag-pattern')
  return {
    id: uuid(`trigger ${address.within}/${address.name}`),
    repository: repositoryName(repository),
    push: tag === undefined ? { branch: invocation.flag('--branch-pattern') ?? '' } : { tag },
    filename: invocation.flag('--build-config') ?? '',
    account,
    description: invocation.flag('--description') ?? '',
    substitutions: invocation.map('--substitutions'),
    createdAt: invocation.now,
  }
}

// All that is said where no account is given, or one that is not there: github.com/hashicorp/terraform-provider-google/issues/22558.
const INVALID = apiFailure('INVALID_ARGUMENT', 'Request contains an invalid argument.')

const connected = (invocation: GcloudInvocation, { project, within }: Address): GitRepository => {
  const name = invocation.flag('--repository')
  if (name === undefined) throw notMapped(project.number)
  const found = project.gitRepositories.find((one) => repositoryName(one) === name)
  if (found === undefined) throw apiFailure('NOT_FOUND', 'Requested entity was not found.')
  if (found.region !== within) throw INVALID
  return found
}

// Of the first generation, whose connections the emulator has none of: github.com/GoogleCloudPlatform/emblem/issues/815.
const notMapped = (number: string): GcloudFailure =>
  apiFailure(
    'FAILED_PRECONDITION',
    `Repository mapping does not exist. Please visit https://console.cloud.google.com/cloud-build/triggers/connect?project=${number} to connect a repository to your project`,
  )

/** A trigger as the API answers it. */
export const triggerJson = (trigger: BuildTrigger, { project, within, name }: Address): JsonObject => ({
  createTime: iso(trigger.createdAt),
  description: trigger.description || undefined,
  filename: trigger.filename,
  id: trigger.id,
  name,
  repositoryEventConfig: { push: trigger.push, repository: trigger.repository, repositoryType: 'GITHUB' },
  resourceName: `projects/${project.id}/locations/${within}/triggers/${trigger.id}`,
  serviceAccount: `projects/${project.id}/serviceAccounts/${trigger.account}`,
  substitutions: Object.keys(trigger.substitutions).length > 0 ? trigger.substitutions : undefined,
})

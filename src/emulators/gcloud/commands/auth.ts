import { may } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { GCLOUD_AUDIENCE, issueAccessToken, issueIdentityToken } from '../tokens.ts'
import { configureDocker } from './configure-docker.ts'
import { needsPerson } from './needs-person.ts'

const list = (invocation: GcloudInvocation): Reply => {
  invocation.effect('read', 'account', 'accounts')
  const active = invocation.property('core/account')
  const resources = invocation.cloud.accounts.map((account) => ({
    account,
    status: account === active ? 'ACTIVE' : '',
  }))
  if (resources.length === 0)
    return { stderr: '\nNo credentialed accounts.\n\nTo login, run:\n  $ gcloud auth login `ACCOUNT`\n\n' }
  return {
    resources,
    layout: 'table[title="Credentialed Accounts"](status.yesno(yes="*", no=""):label="ACTIVE",account:label="ACCOUNT")',
    stderr: '\nTo set the active account, run:\n    $ gcloud config set account `ACCOUNT`\n\n',
  }
}

const printIdentityToken = (invocation: GcloudInvocation): Reply => {
  const impersonated = invocation.flag('--impersonate-service-account')
  const audience = invocation.flag('--audiences')
  if (impersonated === undefined && audience !== undefined && !invocation.account.endsWith('.gserviceaccount.com')) {
    throw new GcloudFailure('Invalid account Type for `--audiences`. Requires valid service account.')
  }
  const email = impersonated ?? invocation.account
  if (impersonated !== undefined) needImpersonation(invocation, impersonated)
  const token = issueIdentityToken(invocation.cloud, { email, audience: audience ?? GCLOUD_AUDIENCE })
  invocation.effect('read', 'identity-token', email)
  return { stdout: `${token}\n`, stderr: impersonated ? impersonating(impersonated) : '' }
}

const needImpersonation = (invocation: GcloudInvocation, email: string): void => {
  const account = `user:${invocation.account}`
  const project = [...invocation.cloud.projects.values()].find(({ serviceAccounts }) => serviceAccounts.has(email))
  const policy = project?.serviceAccounts.get(email)?.policy
  if (project && policy && may(project, account, 'iam.serviceAccounts.getOpenIdToken', policy)) return
  throw new GcloudFailure(
    `PERMISSION_DENIED: Failed to impersonate [${email}]. Make sure the account that's trying to impersonate it has access to the service account itself and the "roles/iam.serviceAccountTokenCreator" role.`,
    { before: impersonating(email) },
  )
}

const impersonating = (email: string): string =>
  `WARNING: This command is using service account impersonation. All API calls will be executed as [${email}].\n`

const printAccessToken = (invocation: GcloudInvocation): Reply => {
  invocation.effect('read', 'access-token', invocation.account)
  return { stdout: `${issueAccessToken(invocation.cloud, invocation.account)}\n` }
}

const revoke = (invocation: GcloudInvocation): Reply => {
  const account = invocation.argument('ACCOUNTS') || invocation.account
  invocation.cloud.accounts = invocation.cloud.accounts.filter((one) => one !== account)
  invocation.cloud.properties.delete('core/account')
  invocation.effect('delete', 'account', account)
  return { stdout: `Revoked credentials:\n - ${account}\n` }
}

/** `gcloud auth`. */
export const AUTH_COMMANDS: CloudCommands = {
  'auth list': { flags: [], run: list },
  'auth print-identity-token': { flags: ['--audiences', '--include-email'], run: printIdentityToken },
  'auth print-access-token': { flags: [], run: printAccessToken },
  'auth application-default print-access-token': { flags: [], run: printAccessToken },
  'auth configure-docker': { flags: ['--include-artifact-registry'], run: configureDocker },
  'auth revoke': { flags: [], run: revoke },
  'auth login': needsPerson('gcloud auth login'),
  'auth application-default login': needsPerson('gcloud auth application-default login'),
}

import { apiFailure, GcloudFailure } from './failure.ts'
import type { GcloudInvocation } from './invocation.ts'
import { type Policy, rolesOf } from './policy.ts'
import { isHeld } from './roles.ts'
import type { Project } from './state.ts'

const NO_PROJECT = `The required property [project] is not currently set.
It can be set on a per-command basis by re-running your command with the [--project] flag.

You may set it for your current workspace by running:

  $ gcloud config set project VALUE

or it can be set temporarily by the environment variable [CLOUDSDK_CORE_PROJECT]`

const NO_PROJECT_RUN =
  'The [project] resource is not properly specified. Please specify the argument [--project] on the command line or set the property [core/project].'

/** The project a call addresses. Fails as gcloud does when none is set or it is not there for the account. */
export const projectOf = (invocation: GcloudInvocation): Project => {
  const id = invocation.property('core/project')
  if (id === undefined) throw new GcloudFailure(invocation.match.path[0] === 'run' ? NO_PROJECT_RUN : NO_PROJECT)
  return projectNamed(invocation, id)
}

/** A project by id or number. */
export const projectNamed = (invocation: GcloudInvocation, name: string): Project => {
  const { account, cloud, principal } = invocation
  const project = [...cloud.projects.values()].find(({ id, number }) => id === name || number === name)
  if (project && rolesOf(project.policy, principal).length > 0) return project
  const collection = invocation.match.path[0] === 'run' ? 'namespaces' : 'projects'
  throw new GcloudFailure(
    `[${account}] does not have permission to access ${collection} instance [${name}] (or it may not exist): The caller does not have permission. ${authenticatedAs(account)}`,
  )
}

/** How gcloud ends many a refusal. */
export const authenticatedAs = (account: string): string =>
  `This command is authenticated as ${account} which is the active account specified by the [core/account] property`

/** Titles of the APIs the emulator serves. */
export const API_TITLES: Readonly<Record<string, string>> = {
  'aiplatform.googleapis.com': 'Vertex AI API',
  'artifactregistry.googleapis.com': 'Artifact Registry API',
  'bigquery.googleapis.com': 'BigQuery API',
  'cloudbuild.googleapis.com': 'Cloud Build API',
  'cloudresourcemanager.googleapis.com': 'Cloud Resource Manager API',
  'compute.googleapis.com': 'Compute Engine API',
  'containerregistry.googleapis.com': 'Container Registry API',
  'eventarc.googleapis.com': 'Eventarc API',
  'firestore.googleapis.com': 'Cloud Firestore API',
  'iam.googleapis.com': 'Identity and Access Management (IAM) API',
  'iamcredentials.googleapis.com': 'IAM Service Account Credentials API',
  'logging.googleapis.com': 'Cloud Logging API',
  'monitoring.googleapis.com': 'Cloud Monitoring API',
  'pubsub.googleapis.com': 'Cloud Pub/Sub API',
  'run.googleapis.com': 'Cloud Run Admin API',
  'secretmanager.googleapis.com': 'Secret Manager API',
  'servicenetworking.googleapis.com': 'Service Networking API',
  'serviceusage.googleapis.com': 'Service Usage API',
  'sql-component.googleapis.com': 'Cloud SQL',
  'sqladmin.googleapis.com': 'Cloud SQL Admin API',
  'storage.googleapis.com': 'Cloud Storage API',
  'vpcaccess.googleapis.com': 'Serverless VPC Access API',
}

/** Fails as gcloud does, without a terminal to ask on, when an API is not enabled. */
export const needApi = (invocation: GcloudInvocation, project: Project, api: string): void => {
  if (project.services.has(api)) return
  const url = `https://console.developers.google.com/apis/api/${api}/overview?project=${project.id}`
  const reason = `${API_TITLES[api]} has not been used in project ${project.id} before or it is disabled. Enable it by visiting ${url} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry. ${authenticatedAs(invocation.account)}.`
  throw new GcloudFailure(
    `PERMISSION_DENIED: ${reason}
Google developers console API activation
${url}
- '@type': type.googleapis.com/google.rpc.ErrorInfo
  domain: googleapis.com
  metadata:
    consumer: projects/${project.id}
    service: ${api}
  reason: SERVICE_DISABLED`,
    {
      reason,
      before: `API [${api}] not enabled on project [${project.id}]. Would you like to enable and retry (this will take a few minutes)? (y/N)?  \n`,
    },
  )
}

/** Whether a principal holds a permission in a project or on a resource of it. */
export const may = (project: Project, principal: string, permission: string, ...policies: Policy[]): boolean =>
  isHeld(
    permission,
    [project.policy, ...policies].flatMap((policy) => rolesOf(policy, principal)),
  )

/** Fails as the API does when the caller lacks a permission. */
export const needPermission = (
  invocation: GcloudInvocation,
  project: Project,
  permission: string,
  target: { resource: string; policy?: Policy },
): void => {
  if (may(project, invocation.principal, permission, ...(target.policy ? [target.policy] : []))) return
  throw apiFailure(
    'PERMISSION_DENIED',
    `Permission '${permission}' denied on resource '${target.resource}' (or it may not exist). ${authenticatedAs(invocation.account)}.`,
  )
}

/** Fails as the API does when the project has no billing account. */
export const needBilling = (project: Project): void => {
  if (project.billing) return
  throw apiFailure(
    'FAILED_PRECONDITION',
    `Billing account for project '${project.number}' is not found. Billing must be enabled for activation of service(s) to proceed.`,
  )
}

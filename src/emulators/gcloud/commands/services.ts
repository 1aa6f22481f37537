import { suggest } from '#schema/spelling.ts'
import { NotModelled } from '../../model.ts'
import { API_TITLES, needBilling, needPermission, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { DECLARED } from '../declared/all.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { uuid } from '../names.ts'
import type { Reply } from '../output.ts'
import type { Project } from '../state.ts'

const NEEDS_NO_BILLING = new Set([
  'iam.googleapis.com',
  'serviceusage.googleapis.com',
  'cloudresourcemanager.googleapis.com',
  'logging.googleapis.com',
  'monitoring.googleapis.com',
  'storage.googleapis.com',
  'bigquery.googleapis.com',
])

const enable = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  const apis = invocation.arguments('SERVICE')
  needPermission(invocation, project, 'serviceusage.services.enable', { resource: `projects/${project.number}` })
  needKnown(apis)
  if (apis.some((api) => !NEEDS_NO_BILLING.has(api))) needBilling(project)
  const added = apis.filter((api) => !project.services.has(api))
  for (const api of apis) {
    invocation.effect(project.services.has(api) ? 'read' : 'update', 'service', api)
    project.services.add(api)
  }
  return { stderr: added.length === 0 ? '' : finished(project, added) }
}

const finished = (project: Project, apis: readonly string[]): string => {
  const kind = apis.length > 1 ? 'acf.p2' : 'acat.p2'
  return `Operation "operations/${kind}-${project.number}-${uuid(apis.join())}" finished successfully.\n`
}

const needKnown = (apis: readonly string[]): void => {
  const unknown = apis.filter((api) => API_TITLES[api] === undefined)
  const misspelt = unknown.filter((api) => suggest(api, Object.keys(API_TITLES)) !== undefined)
  if (misspelt.length > 0) {
    throw apiFailure('PERMISSION_DENIED', `Not found or permission denied for service(s): ${misspelt.join(', ')}.`)
  }
  if (unknown.length > 0) throw new NotModelled(`the API ${unknown.join(', ')}`)
}

const disable = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  const apis = invocation.arguments('SERVICE')
  needPermission(invocation, project, 'serviceusage.services.enable', { resource: `projects/${project.number}` })
  needKnown(apis)
  if (!invocation.has('--force') && apis.some((api) => isInUse(project, api))) {
    throw new GcloudFailure(
      `The operation cannot be completed because the service ${apis.join(', ')} has been used in the last 30 days. Please specify force if you want to proceed with the destructive deletion of the service.`,
    )
  }
  for (const api of apis) invocation.effect(project.services.delete(api) ? 'delete' : 'read', 'service', api)
  return { stderr: finished(project, apis) }
}

const isInUse = (project: Project, api: string): boolean =>
  DECLARED.some((resource) => resource.api === api && resource.isUsed(project))

/** `gcloud services`, what enables and disables them. */
export const SERVICE_COMMANDS: CloudCommands = {
  'services enable': { flags: ['--async'], run: enable },
  'services disable': { flags: ['--force', '--async'], run: disable },
}

import { needApi, needPermission, projectOf } from '../access.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project } from '../state.ts'
import type { RunService } from './service-state.ts'

/** The API of Cloud Run. */
export const RUN_API = 'run.googleapis.com'

export interface Found {
  project: Project
  service: RunService
}

/** The region a Cloud Run call addresses. */
export const regionOf = (invocation: GcloudInvocation): string => {
  const region = invocation.property('run/region')
  if (region !== undefined) return region
  throw new GcloudFailure('You must specify a region. Either use the `--region` flag or set the run/region property.')
}

/** A service by name; `missing` is gcloud's message when it is not there. */
export const findService = (
  invocation: GcloudInvocation,
  permission: string,
  missing: (name: string) => string,
): Found => {
  const region = regionOf(invocation)
  const project = projectOf(invocation)
  const name = invocation.argument('SERVICE')
  needApi(invocation, project, RUN_API)
  const service = project.run.get(`${region}/${name}`)
  const resource = `namespaces/${project.id}/services/${name}`
  needPermission(invocation, project, permission, { resource, ...(service ? { policy: service.policy } : {}) })
  if (service === undefined) throw new GcloudFailure(missing(name))
  return { project, service }
}

import { RUN_SERVICES } from '../declared/run-services.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { find } from '../resource/find.ts'
import type { Project } from '../state.ts'
import type { RunService } from './service-state.ts'

export interface FoundService {
  project: Project
  service: RunService
}

/** The service a call changes. Fails as gcloud does where that is not allowed or it is not there. */
export const findService = (invocation: GcloudInvocation): FoundService => {
  const { project, one } = find(RUN_SERVICES, invocation, { permission: 'run.services.update' })
  return { project, service: one }
}

import { needPermission, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { storageAgent } from '../storage/bucket.ts'

const serviceAgent = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  needPermission(invocation, project, 'resourcemanager.projects.get', { resource: `projects/${project.id}` })
  invocation.effect('read', 'storage.service-agent', project.id)
  return { stdout: `${storageAgent(project)}\n` }
}

/** `gcloud storage service-agent`. */
export const SERVICE_AGENT_COMMANDS: CloudCommands = {
  'storage service-agent': { flags: [], run: serviceAgent },
}

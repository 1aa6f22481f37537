import { projectNamed, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { projectJson } from '../declared/projects.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { rolesOf } from '../policy.ts'

const list = (invocation: GcloudInvocation): Reply => {
  const mine = [...invocation.cloud.projects.values()].filter(
    ({ policy }) => rolesOf(policy, invocation.principal).length > 0,
  )
  invocation.effect('read', 'project', 'all')
  return { resources: mine.map(projectJson), layout: 'table(projectId:sort=1,name,projectNumber)' }
}

const billing = (invocation: GcloudInvocation): Reply => {
  const project = projectNamed(invocation, invocation.argument('PROJECT_ID') || projectOf(invocation).id)
  invocation.effect('read', 'project.billing', project.id)
  const account = project.billing ? 'billingAccounts/000000-000000-000000' : ''
  return {
    resources: {
      billingAccountName: account,
      billingEnabled: project.billing,
      name: `projects/${project.id}/billingInfo`,
      projectId: project.id,
    },
  }
}

/** `gcloud projects` and `gcloud billing projects`. */
export const PROJECT_COMMANDS: CloudCommands = {
  'projects list': { flags: [], run: list },
  'billing projects describe': { flags: [], run: billing },
}

import { needPermission, projectNamed, projectOf } from '../access.ts'
import { bindingCommands } from '../bindings.ts'
import type { CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import type { Reply } from '../output.ts'
import { rolesOf } from '../policy.ts'
import type { Project } from '../state.ts'

const json = (project: Project): JsonObject => ({
  createTime: iso(project.createdAt),
  lifecycleState: 'ACTIVE',
  name: project.name,
  projectId: project.id,
  projectNumber: project.number,
})

const describe = (invocation: GcloudInvocation): Reply => {
  const project = projectNamed(invocation, invocation.argument('PROJECT_ID_OR_NUMBER'))
  needPermission(invocation, project, 'resourcemanager.projects.get', { resource: `projects/${project.id}` })
  invocation.effect('read', 'project', project.id)
  return { resources: json(project) }
}

const list = (invocation: GcloudInvocation): Reply => {
  const mine = [...invocation.cloud.projects.values()].filter(
    ({ policy }) => rolesOf(policy, invocation.principal).length > 0,
  )
  invocation.effect('read', 'project', 'all')
  return { resources: mine.map(json), layout: 'table(projectId:sort=1,name,projectNumber)' }
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

const guarded = (invocation: GcloudInvocation) => {
  const project = projectNamed(
    invocation,
    invocation.argument('PROJECT_ID') || invocation.argument('PROJECT_ID_OR_NUMBER'),
  )
  return {
    project,
    policy: project.policy,
    label: `project [${project.id}]`,
    resource: `projects/${project.id}`,
    permission: 'resourcemanager.projects.setIamPolicy',
  }
}

/** `gcloud projects` and `gcloud billing projects`. */
export const PROJECT_COMMANDS: CloudCommands = {
  'projects describe': { flags: [], run: describe },
  'projects list': { flags: [], run: list },
  'billing projects describe': { flags: [], run: billing },
  ...bindingCommands('projects', [], guarded),
}

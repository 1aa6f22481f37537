import type { CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { bindingCommands, type Guarded } from './bindings.ts'
import { withinFlags } from './command.ts'
import { find } from './find.ts'
import { fill } from './names.ts'
import type { Resource } from './resource.ts'

/** The commands of a resource's allow policy. */
export const iamCommands = <One>(resource: Resource<One>): CloudCommands => {
  const { iam, group, policy } = resource
  if (iam === undefined || policy === undefined) return {}
  const guarded = (invocation: GcloudInvocation): Guarded => {
    const found = find(resource, invocation, { permission: iam.read })
    return {
      project: found.project,
      policy: policy(found.one, found),
      label: `${iam.noun ?? resource.noun} [${found.name}]`,
      resource: fill(resource.refusedOn?.one ?? resource.path, found),
      permission: iam.permission,
    }
  }
  return bindingCommands(group, { flags: withinFlags(resource), isConditional: !iam.unconditional }, guarded)
}

import type { CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { bindingCommands, type Guarded } from './bindings.ts'
import { withinFlags } from './command.ts'
import type { Resource } from './declaration.ts'
import { find, needPermissionOn } from './find.ts'

/** The commands of a resource's allow policy. */
export const iamCommands = <One>(resource: Resource<One>): CloudCommands => {
  const { iam, group, policy } = resource
  if (iam === undefined || policy === undefined) return {}
  const guarded = (invocation: GcloudInvocation): Guarded => {
    const found = find(resource, invocation, { permission: iam.read })
    const held = policy(found.one, found)
    const asked = { permission: iam.permission, address: found, target: resource.refusedOn?.one ?? resource.path }
    return {
      policy: held,
      label: `${iam.noun ?? resource.noun} [${found.name}]`,
      needPermission: () => needPermissionOn(resource, invocation, { ...asked, policy: held }),
    }
  }
  return bindingCommands(group, { flags: withinFlags(resource), isConditional: !iam.unconditional }, guarded)
}

import { may, needApi, needPermission } from '../access.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Policy } from '../policy.ts'
import type { Project } from '../state.ts'
import { addressOfOne, argumentsOf, fill } from './address.ts'
import type { Address, Found, Resource } from './declaration.ts'

/** Fails as gcloud does where the API of a resource is not enabled. */
export const needApiOf = <One>({ api }: Resource<One>, invocation: GcloudInvocation, project: Project): void => {
  if (api !== undefined) needApi(invocation, project, api)
}

/** Fails as the resource's API does where the caller lacks a permission on `target`, a template of a full name. */
export const needPermissionOn = <One>(
  resource: Resource<One>,
  invocation: GcloudInvocation,
  { permission, address, target, policy }: { permission: string; address: Address; target: string; policy?: Policy },
): void => {
  if (resource.refuse === undefined) {
    needPermission(invocation, address.project, permission, {
      resource: fill(target, address),
      ...(policy && { policy }),
    })
  } else if (!may(address.project, invocation.principal, permission, ...(policy ? [policy] : []))) {
    throw resource.refuse(invocation, permission, address)
  }
}

/**
 * The resource an argument names, by default the first of the call. Fails as gcloud does where its API is not enabled,
 * a permission is lacking, or it is not there.
 */
export const find = <One>(
  resource: Resource<One>,
  invocation: GcloudInvocation,
  {
    permission,
    argument = argumentsOf(resource, invocation)[0] ?? '',
  }: { permission?: string | undefined; argument?: string } = {},
): Found<One> => {
  const address = addressOfOne(resource, invocation, argument)
  needApiOf(resource, invocation, address.project)
  const one = resource.kept(address).get(resource.key(address))
  const needIt = (): void => {
    if (permission === undefined) return
    const policy = one === undefined ? undefined : resource.policy?.(one, address)
    const target = resource.refusedOn?.one ?? resource.path
    needPermissionOn(resource, invocation, { permission, address, target, ...(policy && { policy }) })
  }
  if (resource.permissionFirst) needIt()
  if (one === undefined) throw resource.missing(address, invocation)
  if (!resource.permissionFirst) needIt()
  return { ...address, one }
}

import { needBilling } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { addressOf } from './address.ts'
import { commandOf, effectName, withinFlags } from './command.ts'
import type { Address, Creation, Resource } from './declaration.ts'
import { eachName } from './each-name.ts'
import { needApiOf, needPermissionOn } from './find.ts'

/** `create`, of one or several. */
export const createCommand = <One>(resource: Resource<One>): CloudCommands =>
  commandOf(resource, 'create', resource.create, {
    flags: [...withinFlags(resource), ...(resource.labels ? ['--labels'] : [])],
    run: async (invocation, creation) => {
      const act = (argument: string) => createOne({ resource, creation }, invocation, argument)
      return { stderr: await eachName(resource, invocation, { verb: 'create', act }) }
    },
  })

const createOne = async <One>(
  { resource, creation }: { resource: Resource<One>; creation: Creation<One> },
  invocation: GcloudInvocation,
  argument: string,
): Promise<string> => {
  const asked = addressOf(resource, invocation, argument)
  const address = { ...asked, name: creation.name?.(asked.name, asked) ?? asked.name }
  const data = await creation.read?.(invocation)
  needToCreate({ resource, creation }, invocation, address)
  const found = { ...address, one: creation.make(invocation, address) }
  resource.kept(address).set(resource.key(address), found.one)
  invocation.effect('create', resource.kind, effectName(resource, found))
  return creation.done?.(found, invocation, data) ?? `Created ${resource.noun} [${address.name}].\n`
}

const needToCreate = <One>(
  { resource, creation }: { resource: Resource<One>; creation: Creation<One> },
  invocation: GcloudInvocation,
  address: Address,
): void => {
  needApiOf(resource, invocation, address.project)
  const target = resource.refusedOn?.create ?? 'projects/{project}'
  needPermissionOn(resource, invocation, { permission: creation.permission, address, target })
  if (creation.needsBilling) needBilling(address.project)
  creation.check?.(invocation, address)
  const isThere = resource.kept(address).has(resource.key(address))
  if (isThere && resource.exists) throw resource.exists(address)
}

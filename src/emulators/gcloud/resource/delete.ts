import type { CloudCommands } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { commandOf, effectName, withinFlags } from './command.ts'
import type { Deletion, Found, Resource } from './declaration.ts'
import { eachName } from './each-name.ts'
import { find } from './find.ts'

/** `delete`, of one or several. */
export const deleteCommand = <One>(resource: Resource<One>): CloudCommands =>
  commandOf(resource, 'delete', resource.delete, {
    flags: withinFlags(resource),
    run: async (invocation, deletion) => {
      const act = (argument: string) => deleteOne({ resource, deletion }, invocation, argument)
      const said = await eachName(resource, invocation, { verb: 'delete', act })
      return { stderr: `${said}${deletion.end?.(invocation.names.length) ?? ''}` }
    },
  })

const deleteOne = <One>(
  { resource, deletion }: { resource: Resource<One>; deletion: Deletion<One> },
  invocation: GcloudInvocation,
  argument: string,
): string => {
  const found = find(resource, invocation, { permission: deletion.permission, argument })
  if (!isWanted(deletion, invocation, found)) return ''
  deletion.check?.(found)
  deletion.before?.(found, invocation)
  if (deletion.remove) deletion.remove(found)
  else resource.kept(found).delete(resource.key(found))
  invocation.effect('delete', resource.kind, effectName(resource, found))
  return deletion.done?.(found) ?? `Deleted ${resource.noun} [${found.name}].\n`
}

const isWanted = <One>(
  { ask, unattended, isQuietAfterNo }: Deletion<One>,
  invocation: GcloudInvocation,
  found: Found<One>,
): boolean => {
  const answer = ask === undefined || invocation.confirm(ask(found), unattended && { unattended })
  if (!answer && !isQuietAfterNo) throw new GcloudFailure('Aborted by user.')
  return answer
}

import type { CloudCommand, CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import type { Found, Resource } from './declaration.ts'

/** A command of a resource, by its path; none where the resource does not declare it. */
export const commandOf = <One, Spec extends { permission?: string; flags?: readonly string[] }>(
  resource: Resource<One>,
  verb: string,
  spec: Spec | undefined,
  { flags, run }: { flags: readonly string[]; run(invocation: GcloudInvocation, spec: Spec): Promise<Reply> | Reply },
): CloudCommands => {
  if (spec === undefined) return {}
  const command: CloudCommand = { flags: [...flags, ...(spec.flags ?? [])], run: (invocation) => run(invocation, spec) }
  return { [`${resource.group} ${verb}`]: command }
}

/** The flags that say which resource is meant, and where it is. */
export const withinFlags = <One>({ within, nameFlag }: Resource<One>): string[] =>
  [within, nameFlag].flatMap((one) => one?.flag ?? [])

/** The name of a resource in effects. */
export const effectName = <One>(resource: Resource<One>, found: Found<One>): string =>
  resource.effectName?.(found) ?? resource.key(found)

import { projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import type { Project } from '../state.ts'
import { addressOfKey } from './address.ts'
import { commandOf, withinFlags } from './command.ts'
import type { Found, Listing, Resource } from './declaration.ts'
import { find, needApiOf, needPermissionOn } from './find.ts'

/** `list`, of all or of those named. */
export const listCommand = <One>(resource: Resource<One>): CloudCommands =>
  commandOf(resource, 'list', resource.list, {
    flags: resource.list?.scope ? [] : withinFlags({ ...resource, nameFlag: undefined }),
    run: (invocation, listing) => {
      const scope = scopeOf({ resource, listing }, invocation)
      const read = listing.readName ? listing.readName(invocation, scope.within) : 'all'
      if (read !== undefined) invocation.effect('read', resource.kind, read)
      const shows = listing.shows?.(invocation) ?? (() => true)
      const found = foundIn(resource, invocation, scope).filter(({ one }) => shows(one))
      if (listing.sorted) found.sort((a, b) => (a.name < b.name ? -1 : 1))
      const resources = found.map((one) => rowOf({ resource, listing }, invocation, one))
      return { resources, layout: listing.layout, stderr: listing.note?.(scope) ?? '' }
    },
  })

interface ListScope {
  project: Project
  within: string | undefined
}

interface Listed<One> {
  resource: Resource<One>
  listing: Listing<One>
}

const scopeOf = <One>({ resource, listing }: Listed<One>, invocation: GcloudInvocation): ListScope => {
  const given = listing.scope?.(invocation) ?? { within: resource.within?.find(invocation) }
  const { project = projectOf(invocation), within } = given
  needApiOf(resource, invocation, project)
  if (listing.permission !== undefined) {
    const target = resource.refusedOn?.list ?? 'projects/{project}'
    const address = { project, within: within ?? '', name: '' }
    needPermissionOn(resource, invocation, { permission: listing.permission, address, target })
  }
  return { project, within }
}

/** Those named, or those of a scope; `-` and `all` stand for every region. */
const foundIn = <One>(
  resource: Resource<One>,
  invocation: GcloudInvocation,
  { project, within }: ListScope,
): Found<One>[] => {
  if (invocation.names.length > 0 && resource.list?.scope === undefined)
    return invocation.names.map((argument) => find(resource, invocation, { argument }))
  const scope = { project, within: within ?? '' }
  const all = [...resource.kept(scope)].map(([key, one]) => ({ ...addressOfKey(resource, scope, key), one }))
  return within === undefined || within === '-' || within === 'all' ? all : all.filter((one) => one.within === within)
}

/** As the API answers it, with the columns of the layout where that is what is shown. */
const rowOf = <One>(
  { resource, listing }: Listed<One>,
  invocation: GcloudInvocation,
  found: Found<One>,
): JsonObject => {
  const json = { ...resource.json(found.one, found, invocation), ...listing.fields?.(found.one) }
  return invocation.has('--format') ? json : { ...json, ...listing.columns?.(found.one, found, invocation) }
}

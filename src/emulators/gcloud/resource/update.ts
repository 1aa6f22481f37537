import type { CloudCommands } from '../command.ts'
import { commandOf, effectName, withinFlags } from './command.ts'
import type { Resource } from './declaration.ts'
import { find } from './find.ts'
import { changeLabels, LABEL_FLAGS } from './labels.ts'

/** `update`, of what its flags change and of labels. */
export const updateCommand = <One>(resource: Resource<One>): CloudCommands =>
  commandOf(resource, 'update', resource.update, {
    flags: [...withinFlags(resource), ...(resource.labels ? LABEL_FLAGS : [])],
    run: (invocation, { permission, flags, change, nothing, unchanged, done }) => {
      const found = find(resource, invocation, { permission })
      const isAsked = [...flags, ...LABEL_FLAGS].some((flag) => invocation.has(flag))
      if (nothing && !isAsked) throw nothing(found)
      const hasNewLabels = changeLabels(resource.labels?.(found.one) ?? {}, invocation)
      const isSame = !hasNewLabels && !flags.some((flag) => invocation.has(flag))
      change?.(found, invocation)
      const verb = isSame && unchanged !== undefined ? 'read' : 'update'
      invocation.effect(verb, resource.kind, effectName(resource, found))
      if (verb === 'read') return { stderr: unchanged ?? '' }
      return { stderr: done?.(found) ?? `Updated ${resource.noun} [${found.name}].\n` }
    },
  })

import { NotModelled } from '../../model.ts'
import type { CloudCommands } from '../command.ts'
import { commandOf, effectName, withinFlags } from './command.ts'
import type { Resource } from './declaration.ts'
import { find } from './find.ts'

/** `describe`. */
export const describeCommand = <One>(resource: Resource<One>): CloudCommands =>
  commandOf(resource, 'describe', resource.describe, {
    flags: withinFlags(resource),
    run: (invocation, { permission, note = '', needsFormat }) => {
      if (needsFormat && !invocation.has('--format'))
        throw new NotModelled(`the default layout of gcloud ${resource.group} describe; give --format`)
      const found = find(resource, invocation, { permission })
      invocation.effect('read', resource.kind, effectName(resource, found))
      return { resources: resource.json(found.one, found, invocation), stderr: note }
    },
  })

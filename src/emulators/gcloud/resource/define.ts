import type { CloudCommands } from '../command.ts'
import { apiFailure } from '../failure.ts'
import type { Project } from '../state.ts'
import { createCommand } from './create.ts'
import type { Declaration, Resource } from './declaration.ts'
import { deleteCommand } from './delete.ts'
import { describeCommand } from './describe.ts'
import { iamCommands } from './iam.ts'
import { listCommand } from './list.ts'
import { updateCommand } from './update.ts'

/** What follows from a declaration. */
export interface DeclaredResource<One> extends Resource<One> {
  /** By path, `secrets describe`. */
  commands: CloudCommands
  /** Whether a project has any. */
  isUsed(project: Project): boolean
}

/** The commands of a kind of resource: create, describe, list, update, delete and IAM, as far as it is declared. */
export const defineResource = <One>(declaration: Declaration<One>): DeclaredResource<One> => {
  const resource: Resource<One> = {
    kept: ({ project }) => collection(project, declaration.kind),
    key: ({ within, name }) => (within === '' ? name : `${within}/${name}`),
    missing: () => apiFailure('NOT_FOUND', 'Requested entity was not found.'),
    ...declaration,
    isKeyedByWithin: declaration.within !== undefined && declaration.key === undefined,
  }
  return { ...resource, commands: commandsOf(resource), isUsed: (project) => isUsed(resource, project) }
}

/** The project's collection for a kind; what it holds is known to the declaration alone. */
const collection = <One>({ resources }: Project, kind: string): Map<string, One> => {
  const kept = resources.get(kind) ?? new Map()
  resources.set(kind, kept)
  return kept as Map<string, One>
}

const commandsOf = <One>(resource: Resource<One>): CloudCommands => ({
  ...createCommand(resource),
  ...describeCommand(resource),
  ...listCommand(resource),
  ...updateCommand(resource),
  ...deleteCommand(resource),
  ...iamCommands(resource),
})

const isUsed = <One>({ kept }: Resource<One>, project: Project): boolean => kept({ project, within: '' }).size > 0

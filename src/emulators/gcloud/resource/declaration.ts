import type { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import type { Policy } from '../policy.ts'
import type { Project } from '../state.ts'

/** Where resources of a kind are. */
export interface Scope {
  project: Project
  /** The region they are in, or the resource they belong to; empty for those of the project as a whole. */
  within: string
}

/** Where one resource is, or would be. */
export interface Address extends Scope {
  name: string
}

/** A resource that is there. */
export interface Found<One> extends Address {
  one: One
}

/** When it is asked. */
export interface Moment {
  /** Milliseconds since 1970. */
  now: number
}

/**
 * What is known of a kind of resource: its commands follow from it (`defineResource`).
 * Full names are templates of `{project}`, `{number}` (of the project), `{within}` and `{name}`.
 */
export interface Declaration<One> {
  /** Words its commands begin with: `artifacts repositories`. */
  group: string
  /** Its kind in effects: `artifacts.repository`. */
  kind: string
  /** What gcloud calls one: `Deleted repository [agent].` */
  noun: string
  /** API that must be enabled. */
  api?: string
  /** Full name, which a command takes in place of the name alone. */
  path: string
  /** Says the region it is in, or the resource it belongs to. Fails as gcloud does where nothing says it. */
  within?: { flag: string; find(invocation: GcloudInvocation): string }
  /** The flag that names one, where no argument does, and the name where it is not given. */
  nameFlag?: { flag: string; default: string }
  /** The name an argument stands for, where that is not the argument itself. */
  name?(argument: string, invocation: GcloudInvocation): string
  /** Finds one whose name is unique in all of the cloud. Fails as gcloud does where there is none. */
  owner?(invocation: GcloudInvocation, name: string): Pick<Address, 'project' | 'name'>
  /** Where they are kept. By default a collection of the project for this kind. */
  kept?(scope: Scope): Map<string, One>
  /** Its key there: by default `within/name`, and the name alone where there is no `within`. */
  key?(address: Address): string
  /** Its name in effects; by default its key. */
  effectName?(found: Found<One>): string
  /** Names in refusals: of what is created (by default the project), of lists (too), and of one (its full name). */
  refusedOn?: { create?: string; list?: string; one?: string }
  /** What refuses a permission, where it is not IAM in its own words. */
  refuse?(invocation: GcloudInvocation, permission: string, address: Address): GcloudFailure
  /** The permission is asked for before it is looked whether the resource is there. */
  permissionFirst?: boolean
  /** A command that takes several names goes on after one that fails, and says at the end which did. */
  goesOn?: boolean
  /** It is not there; by default in the words most APIs have for it. */
  missing?(address: Address, invocation: GcloudInvocation): GcloudFailure
  /** It is there already; without it one more replaces it. */
  exists?(address: Address): GcloudFailure
  /** As its API answers it. */
  json(one: One, address: Address, moment: Moment): JsonObject
  labels?(one: One): Record<string, string>
  policy?(one: One, address: Address): Policy
  create?: Creation<One>
  describe?: Description
  list?: Listing<One>
  update?: Change<One>
  delete?: Deletion<One>
  iam?: Guard
}

/** A kind of resource as its commands use it. */
export interface Resource<One> extends Declaration<One> {
  kept(scope: Scope): Map<string, One>
  key(address: Address): string
  missing(address: Address, invocation: GcloudInvocation): GcloudFailure
  /** Keys say where a resource is: `europe-west1/agent`. */
  isKeyedByWithin: boolean
}

export interface Creation<One> {
  permission: string
  flags: readonly string[]
  /** Fails where the project has no billing account. */
  needsBilling?: boolean
  /** The name it gets, where that is not the one asked for. */
  name?(name: string, scope: Scope): string
  /** Reads what its flags name before the cloud is asked. */
  read?(invocation: GcloudInvocation): Promise<string | undefined>
  /** Fails for what would be refused although nothing of that name is there. */
  check?(invocation: GcloudInvocation, address: Address): void
  make(invocation: GcloudInvocation, address: Address): One
  /** What follows from it, and what gcloud says of it; by default `Created secret [name].` */
  done?(found: Found<One>, invocation: GcloudInvocation, data: string | undefined): string
}

interface Description {
  permission: string
  /** Also printed, on stderr. */
  note?: string
  /** The layout without `--format` is not modelled. */
  needsFormat?: boolean
}

export interface Listing<One> {
  /** None where `scope` asks for it. */
  permission?: string
  flags?: readonly string[]
  layout: string
  /** Fields that a list answers and `describe` does not. */
  fields?(one: One): JsonObject
  /** Columns of the layout that the API does not answer. */
  columns?(one: One, address: Address, moment: Moment): JsonObject
  /** Where to look, if not in what `within` says; everywhere in the project where its `within` is undefined. */
  scope?(invocation: GcloudInvocation): { project?: Project; within?: string | undefined }
  /** Which of them to show. */
  shows?(invocation: GcloudInvocation): (one: One) => boolean
  /** Sorted by name, not in the order they were made. */
  sorted?: boolean
  note?(scope: { project: Project; within: string | undefined }): string
  /** What was read, in effects; undefined where `scope` or `within` records it. By default `all`. */
  readName?(invocation: GcloudInvocation, within: string | undefined): string | undefined
}

interface Change<One> {
  permission: string
  /** Flags that change something, besides those of labels. */
  flags: readonly string[]
  change?(found: Found<One>, invocation: GcloudInvocation): void
  /** Where none of the flags is given; by default nothing is wrong. */
  nothing?(found: Found<One>): GcloudFailure
  /** Said where the flags given are of labels and change none. */
  unchanged?: string
  /** By default `Updated secret [name].` */
  done?(found: Found<One>): string
}

export interface Deletion<One> {
  permission: string
  flags?: readonly string[]
  /** What gcloud asks first. Without a terminal it takes the default, or stops where it is `refuse`d. */
  ask?(found: Found<One>): string
  unattended?: 'refuse'
  /** After a no it says nothing and ends well; other commands end with `Aborted by user.` */
  isQuietAfterNo?: boolean
  /** Fails for what may not be deleted as it is. */
  check?(found: Found<One>): void
  /** What goes with it. */
  before?(found: Found<One>, invocation: GcloudInvocation): void
  /** Takes it away, where deleting its key does not. */
  remove?(found: Found<One>): void
  /** By default `Deleted secret [name].` */
  done?(found: Found<One>): string
  /** Said after the last of several. */
  end?(count: number): string
}

interface Guard {
  /** To change the policy. */
  permission: string
  /** To read it. */
  read?: string
  /** What gcloud calls one here, where it is not the noun. */
  noun?: string
  /** Its commands know no `--condition`. */
  unconditional?: boolean
}

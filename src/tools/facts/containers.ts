import type { LineWord } from '../match/line.ts'
import type { GivenVariable } from './names.ts'

/** A build of an image. */
export interface ImageBuild {
  tags: readonly LineWord[]
  /** Values of `--platform`, one a processor. */
  platforms: readonly string[]
  /** Some platform is said, known or not. */
  platformGiven: boolean
  context: LineWord | undefined
  file: LineWord | undefined
  /** Values of `--build-arg`. */
  arguments: readonly LineWord[]
  /** The word that has the image loaded into the local store. */
  load: LineWord | undefined
}

/** A container that is started, or made to be started. */
export interface ContainerRun {
  image: LineWord | undefined
  /** The name it is given. */
  name: LineWord | undefined
  environment: readonly GivenVariable[]
  envFiles: readonly LineWord[]
  /** Names of machines it is given an address for: `host:address`. */
  hosts: readonly LineWord[]
  /** It is put into a network by name. */
  networked: boolean
  healthChecked: boolean
  /** It is removed as soon as it ends. */
  removed: boolean
  /** Whoever starts it waits for its end. */
  attached: boolean
}

/** A port something is reached at. Texts are undefined where only a run can tell. */
export interface Port {
  by: 'container' | 'service' | 'proxy' | 'server'
  word: LineWord
  /** On the machine; `?` where it is picked when it starts. */
  outside?: string | undefined
  /** Inside the container. */
  inside?: string | undefined
}

/** Containers that are gone after a command, or stand still. */
export type ContainersEnded = { how: 'all' } | { how: 'removed' | 'stopped'; words: readonly LineWord[] }

/** A command of Compose, and what it says of its project. */
export interface ComposeCall {
  /** Services it names, where their text is known. */
  services: readonly { name: string; word: LineWord }[]
  profiles: readonly LineWord[]
  files: readonly LineWord[]
  envFiles: readonly LineWord[]
  projectName: LineWord | undefined
  /** It looks for its files in another directory. */
  elsewhere: boolean
  /** It reads the files of a project. */
  needsFile: boolean
  /** It is `up`: builds, makes and starts all there is. */
  isUp: boolean
  /** It makes containers. */
  starts: boolean
  /** It makes containers whose number is not 1. */
  numbered: boolean
}

/** A login to registries, or its end. */
export interface RegistryLogin {
  ends?: true
  hosts: readonly LineWord[]
  users: readonly LineWord[]
  /** It names no host, and sets up others than those of Artifact Registry. */
  leavesOut?: 'Artifact Registry'
}

/** What a list is narrowed by: the words, the keys it takes, and the values of some. */
export interface Filters {
  words: readonly LineWord[]
  keys: readonly string[]
  values: Readonly<Record<string, readonly string[]>>
}

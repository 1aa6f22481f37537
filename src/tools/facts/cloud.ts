import type { LineWord } from '../match/line.ts'
import type { GivenVariable } from './names.ts'

/** A service or job put into the cloud, or changed there. */
export interface Deployment {
  image: LineWord | undefined
  environment: readonly GivenVariable[]
  /** Variables and files taken from secrets, each with `secret:version` as its value. */
  secrets: readonly GivenVariable[]
  /** Databases it has sockets of. */
  databases: readonly string[]
  /** It is a service, and may be given an account and secrets. */
  isService: boolean
  /** Whether everyone may call it: the word that says so, or nothing said. Only of what makes the service. */
  access?: { open: boolean; word: LineWord } | 'unstated'
}

/** A policy binding that is added or removed. */
export interface Grant {
  adds: boolean
  /** What it is on: the words of its group, `secrets`, `projects`, `run services`. */
  on: string
  target: LineWord | undefined
  member: LineWord | undefined
  role: LineWord | undefined
}

/** A command about a thing that is in one region. */
export interface Placed {
  /** The flag that says which. */
  flag: string
  /** The property of the configuration that stands for it. */
  property: string
}

/** A build that is sent to the cloud. */
export interface BuildSubmission {
  config: LineWord | undefined
  substitutions: readonly LineWord[]
  project: LineWord | undefined
}

/** What is put into a secret. */
export interface SecretStored {
  secret: LineWord | undefined
  /** It makes the secret, and a first version if it has data. */
  creates: boolean
  hasData: boolean
  /** The data is what the command is fed. */
  fromInput: boolean
}

/** A version of a secret by its number. */
export interface SecretVersion {
  secret: string
  version: string
  word: LineWord
}

/** A trigger on events. */
export interface Trigger {
  bucket: string | undefined
  location: LineWord | undefined
  account: string | undefined
}

/** A property of a program's own configuration. */
export interface Setting {
  name: string | undefined
}

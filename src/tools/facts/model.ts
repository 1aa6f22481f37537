import type { EffectVerb } from '#schema/effect.ts'
import type { CommandLine, LineWord } from '../match/line.ts'
import type { Problem } from '../match/problem.ts'
import type { Match } from '../match/reading.ts'
import type {
  BuildSubmission,
  Deployment,
  Grant,
  Placed,
  SecretStored,
  SecretVersion,
  Setting,
  Trigger,
} from './cloud.ts'
import type {
  ComposeCall,
  ContainerRun,
  ContainersEnded,
  Filters,
  ImageBuild,
  Port,
  RegistryLogin,
} from './containers.ts'
import type { Destination } from './destination.ts'
import type { Named, ResourceKind } from './names.ts'
import type { Nested } from './nested-command.ts'
import type { InnerProgram, RefusedOption, Request, Search, Synchronisation } from './programs.ts'
import type { Readiness } from './ready.ts'
import type { Asks, Bypass, ReturnsEarly, Shows, Sweep, Waits } from './terminal.ts'

/** What may be known of one command line. Nothing is said of what is not certain. */
export interface Facts {
  /** The most it surely does to the world. */
  effect: EffectVerb
  names: readonly Named[]
  /** Kinds it makes some of, under names its words do not tell. */
  makesUnnamed: readonly ResourceKind[]
  /** It removes what it uses. */
  removes: true
  /** The region of what it names. */
  region: LineWord | undefined

  /** Paths of files it reads. */
  reads: readonly LineWord[]
  /** Paths it writes, among other words. */
  writes: readonly LineWord[]
  /** A file of the page it is to run, in its own words. */
  runsFile: LineWord | undefined
  /** Files whose mode it sets. */
  setsMode: readonly LineWord[]
  /** Files it puts into an archive or on another machine. */
  copies: readonly LineWord[]
  /** It reads files as they are at that moment, whoever still writes them. */
  readsData: true
  /** Files that tell another program what to do, and that a page therefore shows. */
  instructions: readonly LineWord[]
  /**
   * What can no longer be told of the working directory after it: which one it is (`moves`), or what is in it, as it
   * `brings` what others wrote, `builds` what a file of its own says, or `runs` a script.
   */
  directory: 'moves' | 'brings' | 'builds' | 'runs'
  /** Targets of a Makefile. */
  targets: readonly LineWord[]

  ports: readonly Port[]
  waits: Waits
  asks: Asks
  shows: Shows
  bypasses: readonly Bypass[]
  sweep: Sweep
  returnsEarly: ReturnsEarly
  /** It can tell whether one is logged in, and not always. */
  tellsLogin: true

  /** What it hands to other programs, shells and machines. */
  hands: readonly Nested[]
  /** What it is fed reaches what it hands on. */
  passesInput: boolean
  /** The machine it connects to. */
  host: LineWord | undefined
  /** Where it goes, or lets later commands go. */
  destinations: readonly Destination[]
  /** Where the words of the command start that it runs in a changed environment: `sudo`, `timeout 30`. */
  runsFrom: number

  /** The API of the cloud it needs. */
  api: string
  /** APIs it enables. */
  enables: readonly LineWord[]
  grant: Grant
  deployment: Deployment
  placed: Placed
  /** Without a region it asks for one. */
  asksRegion: true
  submits: BuildSubmission
  stores: SecretStored
  secretVersions: readonly SecretVersion[]
  trigger: Trigger
  setting: Setting
  /** The project it is about, as its first word. */
  project: LineWord | undefined
  /** Accounts it is given, by their e-mail. */
  accounts: readonly LineWord[]

  imageBuild: ImageBuild
  container: ContainerRun
  containersEnded: ContainersEnded
  compose: ComposeCall
  /** The container or image it works on. */
  target: LineWord | undefined
  /** The program it runs in a container that is there. */
  runsInside: { container: LineWord | undefined; program: LineWord | undefined }
  /** Words that name images whose version matters. */
  images: readonly LineWord[]
  /** The image it sends to a registry or has from one. */
  exchanges: LineWord | undefined
  /** The image it only has from a registry. */
  pulls: LineWord | undefined
  login: RegistryLogin
  filters: Filters

  request: Request
  /** Addresses `HOST:PORT` it opens a connection to. */
  connects: readonly LineWord[]
  search: Search
  program: InnerProgram
  refusedOptions: readonly RefusedOption[]
  synchronisation: Synchronisation
  /** Units of the system it starts at every boot. */
  enablesUnits: readonly LineWord[]
  /** Its only work is to write what it is fed. */
  copiesInput: true
}

/** A fact of a command: the same for all of its lines, or told of each; undefined where nothing is certain. */
export type Fact<Key extends keyof Facts> = Facts[Key] | ((line: CommandLine) => Facts[Key] | undefined)

/** What is known of one command of a tool. */
export type CommandFacts = { readonly [Key in keyof Facts]?: Fact<Key> | undefined }

/** What is known of a program, whatever its words. */
export interface Traits {
  /** What stands in its place today. */
  supersededBy?: string
  /** What it refuses although its grammar takes it. */
  refuses?: (match: Match) => readonly Problem[]
  /** No value of it has quotes of its own. */
  plainValues?: true
  /** The flag of its formats; a format without it is one more word. */
  formatFlag?: string
  /** Its words name what a reader has: a host, a container, an address. */
  namesOfReader?: true
  /** Its words name machines as `user@host`. */
  namesMachines?: true
  /** Its flags name projects and regions of Google Cloud. */
  cloud?: true
  /** No sentence starts with its name. */
  noWordOfProse?: true
  /** It reads commands. */
  shell?: true
  /** It runs what it is told and changes the environment alone: `sudo`. */
  prefix?: true
  /** What it runs ends after a time. */
  limits?: true
  /** Setting one of these keeps it from asking: a variable of the environment, or a property of its own. */
  silencedBy?: { variable: string; setting: RegExp }
  /** What it makes stays until a step removes it, which then says so. */
  lasting?: true
  /** The words by which it says which version it is, where that matters to what a page does. */
  saysVersion?: readonly string[]
  ready?: Readiness
}

/** All that is known of a tool. */
export interface ToolFacts extends Traits {
  /** Of every command. */
  every?: CommandFacts
  /**
   * Of each command by the words of its shortest name, `run` or `compose up`; those of a group, `compose`, hold
   * for its commands.
   */
  commands?: Readonly<Record<string, CommandFacts>>
}

/** A command line and what is known of its command. */
export interface KnownLine extends CommandLine {
  facts: CommandFacts
}

/** What is known of a line: the answer to one question, or undefined. */
export function ask<Key extends keyof Facts>(line: KnownLine, key: Key): Facts[Key] | undefined {
  const fact: Fact<Key> | undefined = line.facts[key]
  return typeof fact === 'function' ? fact(line) : fact
}

const NOTHING: CommandFacts = {}

/** What is known of the command that a line was matched to. Of one that only asks for help, nothing. */
export function factsOfCommand(tool: ToolFacts | undefined, match: Match | undefined): CommandFacts {
  if (!tool || match?.informative) return NOTHING
  const command = match?.canonical ?? ''
  const known = rows.get(tool) ?? new Map<string, CommandFacts>()
  const row = known.get(command) ?? rowOf(tool, command)
  if (!known.has(command)) rows.set(tool, known.set(command, row))
  return row
}

const rows = new WeakMap<ToolFacts, Map<string, CommandFacts>>()

/** The facts of every command, of the groups and of the command itself; the nearest hold. */
function rowOf({ every, commands = {} }: ToolFacts, command: string): CommandFacts {
  const words = command.split(' ')
  const groups = words.map((_, index) => words.slice(0, index + 1).join(' '))
  return Object.assign({}, every, ...groups.map((name) => (Object.hasOwn(commands, name) ? commands[name] : undefined)))
}

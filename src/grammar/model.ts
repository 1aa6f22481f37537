/** Kind of value a flag takes. `list` and `map` are comma-separated, `map` of `KEY=VALUE`. */
export type ValueKind = 'string' | 'integer' | 'number' | 'list' | 'map' | 'file' | 'duration' | 'size'

/** One flag of a command, as a pinned catalogue has it. */
export interface Flag {
  /** `--image`, `-t`: every spelling. The first is the one messages use. */
  names: readonly string[]
  /** Absent for a switch. */
  value?: ValueKind
  /** The value may be left out (`--flag` or `--flag=value`). */
  optionalValue?: true
  /** May be given several times. */
  repeated?: true
  required?: true
  choices?: readonly string[]
  /** A switch that also has a `--no-` form. */
  negatable?: true
  hidden?: true
}

/** A positional argument. */
export interface Positional {
  name: string
  required?: true
  /** Takes all that is left. */
  repeated?: true
  choices?: readonly string[]
}

/** Flags of which at most one (`exclusive`) or at least one (`required`) must be given. */
export interface FlagGroup {
  flags: readonly string[]
  exclusive?: true
  required?: true
}

/** One command (a leaf) or group of commands. */
export interface Command {
  flags?: readonly Flag[]
  positionals?: readonly Positional[]
  groups?: readonly FlagGroup[]
  commands?: Readonly<Record<string, Command>>
  /** Words after the first positional belong to another command: `docker run IMAGE CMD…`. */
  passthrough?: true
}

/** The pinned grammar of a tool: where it comes from, and its tree. */
export interface Grammar {
  tool: string
  version: string
  /** Flags every command takes. */
  global: readonly Flag[]
  root: Command
}

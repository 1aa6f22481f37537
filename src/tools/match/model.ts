/** Kind of value a flag takes. `list` and `map` are comma-separated, `map` of `KEY=VALUE`. */
export type ValueKind = 'string' | 'integer' | 'number' | 'list' | 'map' | 'file' | 'duration' | 'size'

/** One flag of a command, as a pinned grammar has it. */
export interface Flag {
  /** `--image`, `-t`: every spelling. The first is the one messages use. */
  names: readonly string[]
  /** Absent for a switch. */
  value?: ValueKind
  /** The value may be left out (`--flag` or `--flag=value`). */
  optionalValue?: true
  /** May be given several times. Where it may not, the last one wins. */
  repeated?: true
  required?: true
  choices?: readonly string[]
  /** A switch that also has a `--no-` form. */
  negatable?: true
  hidden?: true
  /** Only asks for help or the version: nothing else matters. */
  informative?: true
  /** Its value is a word of its own, never `--flag=value`: `curl`. */
  apart?: true
  /** Takes two words: `jq --arg NAME VALUE`. */
  pair?: true
  /** Ends the tool's own words: what follows it and its value belongs to another program (`python -m MODULE …`). */
  last?: true
  /** Takes the words up to `;` or `+`, a command: `find -exec`. */
  command?: true
}

/** A positional argument. */
export interface Positional {
  name: string
  required?: true
  /** Takes all that is left. */
  repeated?: true
  choices?: readonly string[]
  /** Not there when one of these flags is given: the pattern of `grep -e`. */
  unless?: readonly string[]
}

/** Flags, or sets of flags that belong together, of which at most one (`exclusive`) or at least one (`required`) must be given. */
export interface FlagGroup {
  flags: readonly (string | readonly string[])[]
  exclusive?: true
  required?: true
}

/** One command (a leaf) or group of commands. A leaf may have commands too (`docker compose`). */
export interface Command {
  /** Another name of the command with this path, `container run` of `run`: all else is said there. */
  aliasOf?: string
  flags?: readonly Flag[]
  positionals?: readonly Positional[]
  groups?: readonly FlagGroup[]
  commands?: Readonly<Record<string, Command>>
  /** Commands of this group the tool has and the grammar does not describe. */
  omitted?: readonly string[]
  /** A flag that starts the flags of one part of what the command makes, and the flags it takes: `--container`. */
  sections?: { flag: string; flags: readonly string[] }
  /** Words after the first positional belong to another command: `docker run IMAGE CMD…`. */
  passthrough?: true
  /** A group that does something on its own too: `git stash`, `systemctl`. */
  alone?: true
  /** Has flags that nothing lists: `git log`. None is called unknown. */
  loose?: true
  /** Words that start with a dash and are positionals all the same, as a regular expression: `chmod -x`, `kill -9`. */
  dashed?: string
  /** The first word is a cluster of short flags without its dash: `tar xzf`. */
  bundled?: true
}

/**
 * How a tool reads its words. `gcloud`: flags anywhere, `--flag=value` or
 * `--flag value`, no abbreviations. `docker`: clusters of short flags (`-it`,
 * `-p8000:80`), switches that take `=false`, flags of a group before its command.
 * `gnu`: getopt, with clusters, values in the next word or attached, and long
 * flags that may be shortened. `single`: flags of several letters after one
 * dash, values in the next word (`openssl -subj X`).
 */
export type Syntax = 'gcloud' | 'docker' | 'gnu' | 'single'

/** The pinned grammar of a tool: where it comes from, and its tree. */
export interface Grammar {
  tool: string
  version: string
  syntax: Syntax
  /** Where it was read from: a command of the tool, or the page of a manual. */
  source?: string
  /** Flags every command takes. For docker: those before the command. */
  global: readonly Flag[]
  root: Command
}

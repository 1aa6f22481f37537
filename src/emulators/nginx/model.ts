import type { LimitZone } from './limits.ts'

/** nginx as it read its files last. Whatever they say since is not heard before it reads them again. */
export interface Configuration {
  servers: readonly Site[]
  upstreams: ReadonlyMap<string, Upstream>
  zones: ReadonlyMap<string, LimitZone>
  /** What `map` gives: by the name of its variable. */
  maps: ReadonlyMap<string, VariableMap>
}

/** One `server`. */
export interface Site {
  listens: readonly Listen[]
  names: readonly string[]
  /** The text of its certificate's file, and of the chain behind it. */
  certificate: string | undefined
  rules: Rules
  locations: readonly Location[]
}

export interface Listen {
  /** `0.0.0.0`, or an address of the loopback. */
  address: string
  port: number
  isTls: boolean
  isDefault: boolean
}

/** One `location`. */
export interface Location {
  kind: 'exact' | 'prefix' | 'priority' | 'regex' | 'named'
  path: string
  /** Of `~` and `~*`. */
  form: RegExp | undefined
  rules: Rules
}

/** What a server or a location does with a request: its own directives, and those it has from around it. */
export interface Rules {
  conditions: readonly Condition[]
  answer: Answer | undefined
  access: readonly { isAllowed: boolean; network: string }[]
  limits: readonly Limit[]
  limitStatus: number
  maxBody: number
  /** Set on what is passed on; undefined where nothing is said. */
  passedHeaders: readonly HeaderRule[]
  addedHeaders: readonly (HeaderRule & { always: boolean })[]
  proxy: ProxyTarget | undefined
  root: string | undefined
  alias: string | undefined
  index: readonly string[]
  tryFiles: readonly string[]
  isQuiet: boolean
}

/** `return` with a status, and a text or an address with variables in it. */
export interface Answer {
  status: number
  text: string
}

/** `if (…) { return …; }`. */
export interface Condition {
  variable: string
  operator: '=' | '!=' | '~' | '~*' | '!~' | '!~*' | 'set'
  value: string
  answer: Answer
}

export interface Limit {
  zone: string
  burst: number
  /** Requests beyond the rate that wait no longer; all of them with `nodelay`. */
  isDelayed: boolean
}

export interface HeaderRule {
  name: string
  value: string
}

export interface ProxyTarget {
  scheme: 'http' | 'https'
  /** A host with its port, or an upstream. */
  host: string
  /** With it, the path the location matched is replaced by it. */
  path: string | undefined
}

export interface Upstream {
  servers: readonly UpstreamServer[]
  method: 'round-robin' | 'least_conn' | 'ip_hash'
  /** Whose turn is next. */
  turn: number
}

export interface UpstreamServer {
  host: string
  weight: number
  isBackup: boolean
  isDown: boolean
  maxFails: number
  failMs: number
  /** Until when it is left out, after it failed. */
  outUntil: number
}

export interface VariableMap {
  source: string
  fallback: string
  cases: readonly { form: RegExp | string; value: string }[]
}

/** nginx as it runs on a machine. */
export interface WebServer {
  pid: number
  configuration: Configuration
  /** Files of challenges it shows for certbot's plugin, by their token. */
  challenges: Map<string, string>
}

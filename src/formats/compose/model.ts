import { isMapping, list, type Mapping, record } from '../yaml/value.ts'

/** The services of a Compose file, as written. */
export const servicesOf = (root: Mapping): readonly (readonly [name: string, body: Mapping])[] =>
  Object.entries(record(root.services)).map(([name, body]) => [name, record(body)] as const)

/** A file a service takes variables from. */
export interface EnvFile {
  /** Undefined where it is no text. */
  path: string | undefined
  required: boolean
  /** Where it stands in the service. */
  at: readonly string[]
}

/** `env_file`: a path, or a list of paths and of mappings with `path` and `required`. */
export const envFilesOf = ({ env_file: given }: Mapping): EnvFile[] =>
  list(given).map((item, index) => {
    const path = isMapping(item) ? item.path : item
    return {
      path: typeof path === 'string' ? path : undefined,
      required: !isMapping(item) || item.required !== false,
      at: ['env_file', ...(Array.isArray(given) ? [String(index)] : [])],
    }
  })

/** A service another waits for. */
export interface Dependency {
  service: string
  condition: string
}

/** `depends_on`: a list of names, or a mapping of each to its condition. */
export function dependenciesOf({ depends_on: needed }: Mapping): Dependency[] {
  if (!isMapping(needed)) return list(needed).map((name) => ({ service: String(name), condition: STARTED }))
  return Object.entries(needed).map(([service, options]) => {
    const { condition } = record(options)
    return { service, condition: condition === undefined || condition === null ? STARTED : String(condition) }
  })
}

const STARTED = 'service_started'

/** How a service's image is built; keys not listed are in `others`. */
export interface ComposeBuild {
  context: unknown
  dockerfile: unknown
  inline: unknown
  args: unknown
  target: unknown
  others: readonly string[]
}

/** `build`: a context, or a mapping; undefined where there is none. */
export function buildOf({ build }: Mapping): ComposeBuild | undefined {
  if (build === undefined || build === null) return undefined
  const {
    context,
    dockerfile,
    dockerfile_inline: inline,
    args,
    target,
    ...others
  } = isMapping(build) ? build : { context: build }
  return { context, dockerfile, inline, args, target, others: Object.keys(others) }
}

/** A mapping of names to values, or a list of `NAME=value`; a bare name has no value of its own. */
export function pairsOf(value: unknown): [name: string, value: unknown][] {
  if (isMapping(value)) return Object.entries(value)
  return list(value).map((item) => {
    const [name = '', given] = String(item).split(/=(.*)/s)
    return [name, given]
  })
}

/** A health check's command: its kind, `CMD`, `CMD-SHELL` or `NONE`, and its words; empty where there is none. */
export function healthTestOf({ healthcheck }: Mapping): string[] {
  const { test } = record(healthcheck)
  if (Array.isArray(test)) return test.map(String)
  return test === undefined || test === null ? [] : ['CMD-SHELL', String(test)]
}

/** A name of `networks`, `volumes`, `secrets` or `configs` that a service uses, and where it stands below that key. */
export interface Reference {
  name: string
  path: readonly string[]
}

/** What a service uses of what the file declares; names with variables are not known. */
export function referencesOf(key: string, value: unknown): Reference[] {
  if (isMapping(value)) return Object.keys(value).map((name) => ({ name, path: [name] }))
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown, index) => {
    const name = key === 'volumes' ? volumeOf(item) : isMapping(item) ? item.source : item
    return typeof name === 'string' && !name.includes('$') ? [{ name, path: [String(index)] }] : []
  })
}

/** `data` of `data:/var/lib`; a path or a lone target names no volume. */
function volumeOf(item: unknown): unknown {
  if (isMapping(item)) return item.type === 'volume' ? item.source : undefined
  const [source, target] = typeof item === 'string' ? item.split(':') : []
  return target !== undefined && /^[A-Za-z0-9][\w.-]*$/.test(source ?? '') ? source : undefined
}

/** A host port a service publishes, `8000`, with the address when one is given, and where it stands below `ports`. */
export interface PublishedPort {
  port: string
  path: readonly string[]
}

/** The host ports of a service; ranges are left out. */
export function publishedPorts({ ports }: Mapping): PublishedPort[] {
  const items: readonly unknown[] = Array.isArray(ports) ? ports : []
  return items.flatMap((item, index) => {
    const port = isMapping(item) ? item.published : /^(.*):[^:]+$/.exec(String(item))?.[1]
    if (port === undefined || !/\d$/.test(String(port)) || String(port).includes('-')) return []
    const udp = isMapping(item) ? item.protocol === 'udp' : String(item).endsWith('/udp')
    return [{ port: udp ? `${String(port)}/udp` : String(port), path: [String(index)] }]
  })
}

import { parseGoDuration } from '../../images/healthcheck.ts'
import { joinPath } from '../../images/image-files.ts'
import type { Healthcheck } from '../../images/model.ts'
import { splitWords } from '../../images/words.ts'
import { type EmulatedCall, NotModelled } from '../../model.ts'
import { Refused } from '../invocation.ts'
import { parsePort, parseVolume } from '../run-options.ts'
import type { PublishedPort } from '../state.ts'
import { parseDotenv } from './dotenv.ts'
import { isMapping } from './schema.ts'

export interface Service {
  name: string
  containerName: string
  /** Name of its image: declared, or the project's own for a build. */
  image: string
  /** Whether it is declared: Compose pulls it though the service has a build. */
  hasImage: boolean
  build: { context: string; dockerfile: string; args: Record<string, string>; target: string | undefined } | undefined
  env: Record<string, string>
  ports: PublishedPort[]
  dependsOn: { service: string; condition: string }[]
  healthcheck: Healthcheck | 'disabled' | undefined
  restart: string
  networks: string[]
  volumes: string[]
  command: string[] | undefined
  entrypoint: string[] | undefined
  user: string | undefined
  directory: string | undefined
  platform: string | undefined
  labels: Record<string, string>
  profiles: string[]
  hosts: string[]
}

type Json = Readonly<Record<string, unknown>>

interface Source {
  project: string
  name: string
  declared: Json
  directory: string
  env: Readonly<Record<string, string>>
  /** Networks and volumes the project declares. */
  networks: readonly string[]
  volumes: readonly string[]
}

/** One service of a project, defaults filled in. Refused in Compose's words. */
export async function readService(call: EmulatedCall, source: Source): Promise<Service> {
  const { declared, name, project, env } = source
  if (declared.image === undefined && declared.build === undefined)
    throw new Refused(
      `service "${name}" has neither an image nor a build context specified: invalid compose project`,
      15,
    )
  return {
    name,
    containerName: textOf(declared.container_name) ?? `${project}-${name}-1`,
    image: textOf(declared.image) ?? `${project}-${name}`,
    hasImage: declared.image !== undefined,
    build: buildOf(source),
    env: { ...(await envFiles(call, source)), ...variables(declared.environment, env) },
    ports: list(declared.ports).map(portOf),
    dependsOn: dependencies(declared.depends_on),
    healthcheck: healthcheckOf(declared.healthcheck),
    restart: textOf(declared.restart) ?? 'no',
    networks: networksOf(source),
    volumes: volumesOf(source),
    command: argv(declared.command),
    entrypoint: argv(declared.entrypoint),
    user: textOf(declared.user),
    directory: textOf(declared.working_dir),
    platform: textOf(declared.platform),
    labels: variables(declared.labels, {}),
    profiles: list(declared.profiles).map(String),
    hosts: list(declared.extra_hosts).map(String),
  }
}

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
const textOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value)

function buildOf({ declared, directory, env }: Source): Service['build'] {
  if (declared.build === undefined) return undefined
  const build: Json = isMapping(declared.build) ? declared.build : { context: declared.build }
  const unknown = Object.keys(build).find((key) => !['context', 'dockerfile', 'args', 'target'].includes(key))
  if (unknown !== undefined) throw new NotModelled(`build.${unknown} of a compose service`)
  return {
    context: joinPath(directory, textOf(build.context) ?? '.'),
    dockerfile: textOf(build.dockerfile) ?? 'Dockerfile',
    args: variables(build.args, env),
    target: textOf(build.target),
  }
}

async function envFiles(call: EmulatedCall, { declared, directory, env }: Source): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of list(declared.env_file)) {
    const file = isMapping(entry) ? entry : { path: entry, required: true }
    const path = joinPath(directory, textOf(file.path) ?? '')
    if (await call.files.exists(path)) Object.assign(found, parseDotenv(await call.files.read(path), env))
    else if (file.required !== false)
      throw new Refused(`env file ${path} not found: stat ${path}: no such file or directory`, 14)
  }
  return found
}

/** A mapping or a list of `NAME=value`; a bare name takes the caller's value. */
function variables(value: unknown, env: Readonly<Record<string, string>>): Record<string, string> {
  const entries: [string, unknown][] = isMapping(value)
    ? Object.entries(value)
    : list(value).map((item) => {
        const [name = '', given] = String(item).split(/=(.*)/s)
        return [name, given]
      })
  return Object.fromEntries(
    entries.flatMap(([name, given]): [string, string][] => {
      const found = textOf(given) ?? env[name]
      return found === undefined ? [] : [[name, found]]
    }),
  )
}

function portOf(value: unknown): PublishedPort {
  if (!isMapping(value)) return parsePort(String(value))
  const { target, published, host_ip: ip, protocol } = value
  return parsePort(`${ip === undefined ? '' : `${ip}:`}${published ?? ''}:${target}/${protocol ?? 'tcp'}`)
}

function dependencies(value: unknown): Service['dependsOn'] {
  if (!isMapping(value))
    return list(value).map((service) => ({ service: String(service), condition: 'service_started' }))
  return Object.entries(value).map(([service, options]) => ({
    service,
    condition: (isMapping(options) && textOf(options.condition)) || 'service_started',
  }))
}

function healthcheckOf(value: unknown): Service['healthcheck'] {
  if (!isMapping(value)) return undefined
  const test = Array.isArray(value.test)
    ? value.test.map(String)
    : value.test === undefined
      ? []
      : ['CMD-SHELL', String(value.test)]
  if (value.disable === true || test[0] === 'NONE') return 'disabled'
  const duration = (name: string, fallback: number): number => parseGoDuration(textOf(value[name]) ?? '') ?? fallback
  return {
    test,
    intervalMs: duration('interval', 30_000),
    timeoutMs: duration('timeout', 30_000),
    startPeriodMs: duration('start_period', 0),
    retries: Number(value.retries ?? 3),
  }
}

function networksOf({ declared, name, project, networks }: Source): string[] {
  const used = isMapping(declared.networks) ? Object.keys(declared.networks) : list(declared.networks).map(String)
  const unknown = used.find((network) => network !== 'default' && !networks.includes(network))
  if (unknown !== undefined)
    throw new Refused(`service "${name}" refers to undefined network ${unknown}: invalid compose project`, 15)
  return (used.length > 0 ? used : ['default']).map((network) => `${project}_${network}`)
}

function volumesOf({ declared, name, project, volumes }: Source): string[] {
  return list(declared.volumes).map((entry) => {
    if (isMapping(entry)) throw new NotModelled('the long form of a compose volume')
    const volume = parseVolume(String(entry))
    if (!volumes.includes(volume))
      throw new Refused(`service "${name}" refers to undefined volume ${volume}: invalid compose project`, 15)
    return `${project}_${volume}`
  })
}

function argv(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined
  return Array.isArray(value) ? value.map(String) : splitWords(String(value), {})
}

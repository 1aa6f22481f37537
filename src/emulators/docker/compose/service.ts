import { buildOf, type Dependency, dependenciesOf, envFilesOf, healthTestOf, pairsOf } from '#formats/compose/model.ts'
import { isMapping, list, type Mapping, record } from '#formats/yaml/value.ts'
import { parseGoDuration } from '../../images/build/healthcheck.ts'
import { splitWords } from '../../images/build/words.ts'
import { joinPath } from '../../images/image-files.ts'
import type { Healthcheck } from '../../images/model.ts'
import { type EmulatedCall, NotModelled } from '../../model.ts'
import { parsePort, parseVolume } from '../container/run-options.ts'
import { Refused } from '../invocation.ts'
import type { PublishedPort } from '../state.ts'
import { parseSize } from '../text.ts'
import { parseDotenv } from './dotenv.ts'

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
  dependsOn: Dependency[]
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
  /** Bytes; 0 without a limit. */
  memory: number
}

interface Source {
  project: string
  name: string
  declared: Mapping
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
    build: buildFrom(source),
    env: { ...(await readEnvFiles(call, source)), ...variables(declared.environment, env) },
    ports: list(declared.ports).map(portOf),
    dependsOn: dependenciesOf(declared),
    healthcheck: healthcheckOf(declared),
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
    memory: memoryOf(declared),
  }
}

const textOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value)

function buildFrom({ declared, directory, env }: Source): Service['build'] {
  const build = buildOf(declared)
  if (!build) return undefined
  const [other] = build.inline === undefined ? build.others : ['dockerfile_inline']
  if (other !== undefined) throw new NotModelled(`build.${other} of a compose service`)
  return {
    context: joinPath(directory, textOf(build.context) ?? '.'),
    dockerfile: textOf(build.dockerfile) ?? 'Dockerfile',
    args: variables(build.args, env),
    target: textOf(build.target),
  }
}

async function readEnvFiles(call: EmulatedCall, { declared, directory, env }: Source): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { path: given = '', required } of envFilesOf(declared)) {
    const path = joinPath(directory, given)
    if (await call.files.exists(path)) Object.assign(found, parseDotenv(await call.files.read(path), env))
    else if (required) throw new Refused(`env file ${path} not found: stat ${path}: no such file or directory`, 14)
  }
  return found
}

/** A mapping or a list of `NAME=value`; a bare name takes the caller's value. */
function variables(value: unknown, env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    pairsOf(value).flatMap(([name, given]): [string, string][] => {
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

/** `mem_limit`, or what `deploy` says of it. */
function memoryOf(declared: Mapping): number {
  const limits = record(record(record(declared.deploy).resources).limits)
  return parseSize(textOf(declared.mem_limit ?? limits.memory) ?? '') ?? 0
}

function healthcheckOf(declared: Mapping): Service['healthcheck'] {
  if (!isMapping(declared.healthcheck)) return undefined
  const value = record(declared.healthcheck)
  const test = healthTestOf(declared)
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

import { COMPOSE_FILES, composeFilesAmong, OVERRIDE_FILES, projectNameOf } from '#formats/compose/files.ts'
import { mergeFiles } from '#formats/compose/merge.ts'
import { servicesOf } from '#formats/compose/model.ts'
import { interpolate, RequiredVariable } from '#formats/dotenv/interpolate.ts'
import { isMapping, type Mapping, plainValue, record } from '#formats/yaml/value.ts'
import { joinPath } from '../../images/image-files.ts'
import { type EmulatedCall, NotModelled } from '../../model.ts'
import { type DockerInvocation, Refused } from '../invocation.ts'
import { parseDotenv } from './dotenv.ts'
import { schemaProblem } from './schema.ts'
import { readService, type Service } from './service.ts'

/** A Compose project as its files and flags make it. */
export interface Project {
  name: string
  directory: string
  /** In the order they must start. */
  services: readonly Service[]
  networks: readonly string[]
  volumes: readonly string[]
  warnings: string
}

/** Reads the project of a `docker compose` call. Refused in Compose's words (2.26). */
export async function readProject(at: DockerInvocation): Promise<Project> {
  const paths = await findFiles(at)
  const [path = ''] = paths
  const directory = joinPath(at.call.cwd, at.flags.value('project-directory') ?? path.slice(0, path.lastIndexOf('/')))
  const env = { ...(await dotenv(at, directory)), ...at.call.env }
  const warnings = new Set<string>()
  const parts: unknown[] = []
  for (const one of paths) parts.push(await readFile(at, one, { env, warn: (text) => warnings.add(text), at: '' }))
  const root = mergeFiles(parts)
  const name =
    at.flags.value('project-name') ??
    env.COMPOSE_PROJECT_NAME ??
    (typeof root.name === 'string' ? root.name : projectNameOf(directory.slice(directory.lastIndexOf('/') + 1)))
  const services = await readServices(at, root, { directory, env, name })
  return {
    name,
    directory,
    services,
    networks: [...new Set(services.flatMap((service) => service.networks))],
    volumes: Object.keys(record(root.volumes)),
    warnings: [...warnings].map((text) => warning(at.call, text)).join(''),
  }
}

const warning = (call: EmulatedCall, text: string): string =>
  `time="${new Date(call.world.clock.now()).toISOString().replace(/\..*/, 'Z')}" level=warning msg="${text.replaceAll('"', '\\"')}"\n`

/** The files given, or the one found. */
async function findFiles(at: DockerInvocation): Promise<string[]> {
  const given = at.flags.values('file').map((name) => joinPath(at.call.cwd, name))
  for (const path of given)
    if (!(await at.call.files.exists(path))) throw new Refused(`open ${path}: no such file or directory`, 14)
  if (given.length > 0) return given
  const names: readonly string[] = [...COMPOSE_FILES, ...OVERRIDE_FILES]
  const exist = await Promise.all(names.map((name) => at.call.files.exists(joinPath(at.call.cwd, name))))
  const found = composeFilesAmong((name) => exist[names.indexOf(name)] === true)
  if (found.length === 0) throw new Refused('no configuration file provided: not found', 14)
  return found.map((name) => joinPath(at.call.cwd, name))
}

/** One file, its variables filled in. Refused when it is no Compose file. */
async function readFile(at: DockerInvocation, path: string, filling: Filling): Promise<unknown> {
  const filled = interpolated(await parseYaml(await at.call.files.read(path)), filling)
  const problem = schemaProblem(filled)
  if (problem !== undefined) throw new Refused(`validating ${path}: ${problem}`, 15)
  if (isMapping(filled) && 'version' in filled)
    filling.warn(
      `${path}: the attribute \`version\` is obsolete, it will be ignored, please remove it to avoid potential confusion`,
    )
  return filled
}

async function dotenv(at: DockerInvocation, directory: string): Promise<Record<string, string>> {
  const given = at.flags.values('env-file')
  const env: Record<string, string> = {}
  for (const file of given.length > 0 ? given : ['.env']) {
    const path = joinPath(given.length > 0 ? at.call.cwd : directory, file)
    if (await at.call.files.exists(path)) Object.assign(env, parseDotenv(await at.call.files.read(path), at.call.env))
    else if (given.length > 0) throw new Refused(`couldn't find env file: ${path}`, 14)
  }
  return env
}

async function parseYaml(text: string): Promise<unknown> {
  const tag = /(?:^|\s)!(?:reset|override)\b/.exec(text)?.[0]
  if (tag !== undefined) throw new NotModelled(`${tag.trim()} in a compose file`)
  const { readYaml } = await import('#formats/yaml/read.ts')
  const { documents, problems } = readYaml(text)
  const [problem] = problems
  if (problem) throw new Refused(`yaml: line ${problem.line}: ${problem.reason}`, 15)
  if (documents.length > 1) throw new NotModelled('several documents in a compose file')
  return documents[0] && plainValue(documents[0])
}

interface Filling {
  env: Readonly<Record<string, string>>
  warn: (text: string) => void
  at: string
}

function interpolated(value: unknown, filling: Filling): unknown {
  if (typeof value === 'string') return filled(value, filling)
  if (Array.isArray(value)) return value.map((item) => interpolated(item, filling))
  if (!isMapping(value)) return value
  const entries = Object.entries(value).map(([key, item]) => {
    const at = filling.at === '' ? key : `${filling.at}.${key}`
    return [key, interpolated(item, { ...filling, at })]
  })
  return Object.fromEntries(entries)
}

function filled(text: string, { env, warn, at }: Filling): string {
  const unset = (name: string): void => warn(`The "${name}" variable is not set. Defaulting to a blank string.`)
  try {
    return interpolate(text, (name) => env[name], unset)
  } catch (error) {
    if (!(error instanceof RequiredVariable)) throw error
    throw new Refused(`error while interpolating ${at}: ${error.message}`, 15)
  }
}

async function readServices(
  at: DockerInvocation,
  root: Mapping,
  from: { directory: string; env: Readonly<Record<string, string>>; name: string },
): Promise<readonly Service[]> {
  const networks = Object.keys(record(root.networks))
  const volumes = Object.keys(record(root.volumes))
  const profiles = [...at.flags.values('profile'), ...(from.env.COMPOSE_PROFILES ?? '').split(',')]
  const services: Service[] = []
  for (const [name, declared] of servicesOf(root))
    services.push(
      await readService(at.call, {
        ...from,
        project: from.name,
        name,
        declared,
        networks,
        volumes,
      }),
    )
  const active = services.filter(
    (service) => service.profiles.length === 0 || service.profiles.some((one) => profiles.includes(one)),
  )
  return inOrder(active, services)
}

/** Dependencies before dependents. */
function inOrder(active: readonly Service[], all: readonly Service[]): readonly Service[] {
  const ordered = new Set<Service>()
  const visit = (service: Service, path: readonly string[]): void => {
    if (path.includes(service.name))
      throw new Refused(`dependency cycle detected: ${[...path, service.name].join(' -> ')}`, 15)
    for (const { service: needed } of service.dependsOn) {
      const found = all.find(({ name }) => name === needed)
      if (!found)
        throw new Refused(
          `service "${service.name}" depends on undefined service "${needed}": invalid compose project`,
          15,
        )
      visit(found, [...path, service.name])
    }
    ordered.add(service)
  }
  for (const service of active) visit(service, [])
  return [...ordered]
}

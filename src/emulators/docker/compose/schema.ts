import { SERVICE_KEYS, TOP_KEYS } from '#formats/compose/keys.ts'
import { isMapping } from '#formats/yaml/value.ts'
import { NotModelled } from '../../model.ts'

/** Keys of a service that are modelled. */
const MODELLED =
  `image build container_name ports environment env_file depends_on healthcheck restart networks volumes command
  entrypoint labels user working_dir profiles extra_hosts expose logging deploy mem_limit cpus platform init
  stop_grace_period pull_policy hostname read_only cap_drop security_opt`.split(/\s+/)

/** Value kinds of keys pages get wrong most: what each must be. */
const KINDS: Readonly<Record<string, 'a list' | 'a string' | 'a mapping'>> = {
  ports: 'a list',
  volumes: 'a list',
  restart: 'a string',
  image: 'a string',
  container_name: 'a string',
  healthcheck: 'a mapping',
  deploy: 'a mapping',
}

/** The first thing Compose's schema refuses in a document, in its words, or undefined. Throws NotModelled for keys that are not modelled. */
export function schemaProblem(document: unknown): string | undefined {
  if (!isMapping(document)) return 'top-level object must be a mapping'
  const top = Object.keys(document).find((key) => !TOP_KEYS.includes(key) && !key.startsWith('x-'))
  if (top !== undefined) return `(root) Additional property ${top} is not allowed`
  const { services } = document
  if (services !== undefined && services !== null && !isMapping(services)) return 'services must be a mapping'
  for (const [name, service] of Object.entries(services ?? {})) {
    const problem = serviceProblem(name, service)
    if (problem !== undefined) return problem
  }
  const unmodelled = ['configs', 'secrets', 'include'].find((key) => key in document)
  if (unmodelled !== undefined) throw new NotModelled(`${unmodelled} of a compose file`)
  return undefined
}

function serviceProblem(name: string, service: unknown): string | undefined {
  if (!isMapping(service)) return `services.${name} must be a mapping`
  const unknown = Object.keys(service).find((key) => !SERVICE_KEYS.includes(key) && !key.startsWith('x-'))
  if (unknown !== undefined) return `services.${name} Additional property ${unknown} is not allowed`
  for (const [key, kind] of Object.entries(KINDS))
    if (key in service && !isOfKind(service[key], kind)) return `services.${name}.${key} must be ${kind}`
  const unmodelled = Object.keys(service).find((key) => SERVICE_KEYS.includes(key) && !MODELLED.includes(key))
  if (unmodelled !== undefined) throw new NotModelled(`${unmodelled} of a compose service`)
  return undefined
}

function isOfKind(value: unknown, kind: 'a list' | 'a string' | 'a mapping'): boolean {
  if (kind === 'a list') return Array.isArray(value)
  return kind === 'a string' ? typeof value === 'string' : isMapping(value)
}

import type { Finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { Localized } from '#schema/locale.ts'
import { isMapping, placeOfPath, placeOfValue, record } from '../yaml/yaml.ts'
import type { ComposeAt } from './at.ts'
import { fileComposeHealth } from './health.ts'
import { fileComposeReplicas } from './replicas.ts'
import { fileComposeTwice } from './twice.ts'
import { fileComposeUndeclared } from './undeclared.ts'
import { fileComposeValue } from './value-refused.ts'

type Json = Readonly<Record<string, unknown>>

/** What services say of each other, of networks, volumes, secrets and configs, and of themselves. */
export function serviceFindings(at: ComposeAt): Finding[] {
  const services = Object.entries(record(at.root.services)).filter((entry): entry is [string, Json] =>
    isMapping(entry[1]),
  )
  return [
    ...services.flatMap(([name, service]) => [
      ...referenceFindings(at, name, service),
      ...dependencyFindings(at, name, service),
      ...replicaFindings(at, name, service),
      ...healthFindings(at, name, service),
    ]),
    ...duplicates(at, services),
  ]
}

const KINDS: readonly { key: string; name: Localized }[] = [
  { key: 'networks', name: { es: 'La red', en: 'network' } },
  { key: 'volumes', name: { es: 'El volumen', en: 'volume' } },
  { key: 'secrets', name: { es: 'El secreto', en: 'secret' } },
  { key: 'configs', name: { es: 'La configuración', en: 'config' } },
]

/** Compose refuses a name its file does not declare. A part of a file may leave its declaration out. */
function referenceFindings({ file, document, root }: ComposeAt, service: string, body: Json): Finding[] {
  if (!file.whole || 'include' in root || 'extends' in body) return []
  return KINDS.flatMap(({ key, name: { es, en } }) => {
    const declared = Object.keys(record(root[key]))
    return namesOf(key, body[key]).flatMap(({ name, path }) => {
      if (declared.includes(name) || (key === 'networks' && name === 'default')) return []
      const place = placeOfPath(file, document, ['services', service, key, ...path])
      const suggestion = suggest(name, declared)
      return [fileComposeUndeclared.at(place, { kindEs: es, kindEn: en, name, key, suggestion })]
    })
  })
}

interface Named {
  name: string
  path: readonly string[]
}

function namesOf(key: string, value: unknown): Named[] {
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

function dependencyFindings({ file, document, root }: ComposeAt, service: string, body: Json): Finding[] {
  const services = record(root.services)
  const needed = body.depends_on
  return namesOf('depends_on', needed).flatMap(({ name, path }) => {
    const where = ['services', service, 'depends_on', ...path]
    if (!Object.hasOwn(services, name)) {
      if (!file.whole || 'include' in root) return []
      const data = {
        kindEs: 'El servicio',
        kindEn: 'service',
        name,
        key: 'services',
        suggestion: suggest(name, Object.keys(services)),
      }
      return [fileComposeUndeclared.at(placeOfPath(file, document, where), data)]
    }
    const { condition } = record(record(needed)[name])
    const other = record(services[name])
    // An image may bring a health check of its own; one built here, or a well-known one, does not.
    const own =
      'healthcheck' in other || ('image' in other && !HEALTHLESS.test(String(other.image))) || 'extends' in other
    if (condition !== 'service_healthy' || own) return []
    return [fileComposeHealth.at(placeOfValue(file, document, [...where, 'condition']), { name })]
  })
}

const HEALTHLESS = /^(docker\.io\/)?(library\/)?(postgres|redis|mysql|mariadb|mongo|nginx|python|node|rabbitmq)(:|$)/

function replicaFindings({ file, document }: ComposeAt, service: string, body: Json): Finding[] {
  const { replicas } = record(body.deploy)
  const many = Number(replicas ?? body.scale ?? 1) > 1
  if (!many || !('container_name' in body)) return []
  const place = placeOfPath(file, document, ['services', service, 'container_name'])
  return [fileComposeReplicas.at(place, { name: service, found: `container_name: ${String(body.container_name)}` })]
}

function healthFindings({ file, document }: ComposeAt, service: string, body: Json): Finding[] {
  const { test } = record(body.healthcheck)
  if (!Array.isArray(test) || ['CMD', 'CMD-SHELL', 'NONE'].includes(String(test[0]))) return []
  const place = placeOfValue(file, document, ['services', service, 'healthcheck', 'test', '0'])
  const expected = 'CMD, CMD-SHELL, NONE'
  const found = `services.${service}.healthcheck.test`
  return [fileComposeValue.at(place, { found, expectedEs: expected, expectedEn: expected })]
}

interface Claim {
  what: string
  service: string
  path: readonly string[]
}

/** A host port or a container's name two services claim. */
function duplicates({ file, document }: ComposeAt, services: readonly [string, Json][]): Finding[] {
  const claims = services.flatMap(([service, body]): Claim[] => [
    ...publishedPorts(body).map(({ port, path }) => ({
      what: port,
      service,
      path: ['services', service, 'ports', ...path],
    })),
    ...(typeof body.container_name === 'string'
      ? [{ what: body.container_name, service, path: ['services', service, 'container_name'] }]
      : []),
  ])
  return [...Map.groupBy(claims, ({ what }) => what).values()].flatMap(([first, ...others]) =>
    others.map(({ what, path }) =>
      fileComposeTwice.at(placeOfValue(file, document, path), { found: what, other: first?.service }),
    ),
  )
}

/** Host ports a service publishes, `8000`, with the address when one is given. */
export function publishedPorts(body: Json): { port: string; path: readonly string[] }[] {
  const ports: readonly unknown[] = Array.isArray(body.ports) ? body.ports : []
  return ports.flatMap((item, index) => {
    const port = isMapping(item) ? item.published : /^(.*):[^:]+$/.exec(String(item))?.[1]
    if (port === undefined || !/\d$/.test(String(port)) || String(port).includes('-')) return []
    const udp = isMapping(item) ? item.protocol === 'udp' : String(item).endsWith('/udp')
    return [{ port: udp ? `${String(port)}/udp` : String(port), path: [String(index)] }]
  })
}

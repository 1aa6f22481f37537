import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { ComposeAt } from './compose-at.ts'
import { isMapping, placeOfPath, placeOfValue, record } from './yaml.ts'

type Services = Readonly<Record<string, unknown>>

/** What Compose refuses of how services hang together: circles, a network of one's own and another's, services nobody declares. */
export function relationFindings(at: ComposeAt): Finding[] {
  const services = record(at.root.services)
  return [
    ...circle(at, services),
    ...Object.entries(services).flatMap(([name, body]) => [
      ...exclusive(at, name, record(body)),
      ...borrowed(at, name, services),
    ]),
  ]
}

/** The first circle of services that wait for each other. */
function circle({ file, document }: ComposeAt, services: Services): Finding[] {
  const needs = (name: string) => dependenciesOf(record(services[name]).depends_on)
  const done = new Set<string>()
  const walk = (name: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (done.has(name)) return undefined
    for (const next of needs(name)) {
      const found = walk(next, [...path, name])
      if (found) return found
    }
    done.add(name)
    return undefined
  }
  const found = Object.keys(services)
    .map((name) => walk(name, []))
    .find((path) => path)
  if (!found) return []
  const place = placeOfPath(file, document, ['services', found[0] ?? '', 'depends_on'])
  return [finding('FILE_COMPOSE_CIRCLE', place, { circle: found.join(' → ') })]
}

const dependenciesOf = (needed: unknown): string[] =>
  isMapping(needed) ? Object.keys(needed) : Array.isArray(needed) ? needed.map(String) : []

/** A service that takes the network of the host or of another has none of its own. */
function exclusive({ file, document }: ComposeAt, name: string, body: Services): Finding[] {
  if (!('network_mode' in body && 'networks' in body)) return []
  const place = placeOfPath(file, document, ['services', name, 'networks'])
  return [finding('FILE_COMPOSE_NETWORKS', place, { name, found: `network_mode: ${String(body.network_mode)}` })]
}

/** `network_mode: service:other`, and `extends` of a service of the same file. */
function borrowed({ file, document, root }: ComposeAt, name: string, services: Services): Finding[] {
  const body = record(services[name])
  const base = isMapping(body.extends) ? ('file' in body.extends ? undefined : body.extends.service) : body.extends
  const shared = ['network_mode', 'ipc', 'pid'].map((key) => ({
    path: [key],
    other: /^service:(.+)$/.exec(String(body[key] ?? ''))?.[1],
  }))
  const extended = { path: isMapping(body.extends) ? ['extends', 'service'] : ['extends'], other: base }
  if (!file.whole || 'include' in root) return []
  return [...shared, extended].flatMap(({ path, other }): Finding[] => {
    if (typeof other !== 'string' || other.includes('$') || Object.hasOwn(services, other)) return []
    const place = placeOfValue(file, document, ['services', name, ...path])
    const suggestion = suggest(other, Object.keys(services))
    const kind = { kindEs: 'El servicio', kindEn: 'service' }
    return [finding('FILE_COMPOSE_UNDECLARED', place, { ...kind, name: other, key: 'services', suggestion })]
  })
}

import type { Finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { dependenciesOf } from '#formats/compose/model.ts'
import { isMapping, type Mapping, record } from '#formats/yaml/value.ts'
import { placeOfPath, placeOfValue } from '../yaml/yaml.ts'
import type { ComposeAt } from './at.ts'
import { fileComposeCircle } from './circle.ts'
import { fileComposeNetworks } from './networks.ts'
import { fileComposeUndeclared } from './undeclared.ts'

type Services = Mapping

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
  const needs = new Map(
    Object.entries(services).map(
      ([name, body]) => [name, dependenciesOf(record(body)).map(({ service }) => service)] as const,
    ),
  )
  const done = new Set<string>()
  const [found] = [...needs.keys()].flatMap((name) => circleFrom(name, { needs, done }) ?? [])
  if (!found) return []
  const place = placeOfPath(file, document, ['services', found.names[0] ?? '', 'depends_on'])
  return [fileComposeCircle.at(place, { circle: found.names.join(' → ') })]
}

interface Walk {
  needs: ReadonlyMap<string, readonly string[]>
  /** Services known to be in no circle. */
  done: Set<string>
}

/** The circle a service leads into. A file may name thousands in a row: no recursion. */
function circleFrom(start: string, { needs, done }: Walk): { names: readonly string[] } | undefined {
  const path = [{ name: start, left: [...(needs.get(start) ?? [])] }]
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const next = last.left.shift()
    if (next === undefined) {
      done.add(last.name)
      path.pop()
      continue
    }
    const open = path.findIndex(({ name }) => name === next)
    if (open >= 0) return { names: [...path.slice(open).map(({ name }) => name), next] }
    if (!done.has(next)) path.push({ name: next, left: [...(needs.get(next) ?? [])] })
  }
  return undefined
}

/** A service that takes the network of the host or of another has none of its own. */
function exclusive({ file, document }: ComposeAt, name: string, body: Services): Finding[] {
  if (!('network_mode' in body && 'networks' in body)) return []
  const place = placeOfPath(file, document, ['services', name, 'networks'])
  return [fileComposeNetworks.at(place, { name, found: `network_mode: ${String(body.network_mode)}` })]
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
    return [fileComposeUndeclared.at(place, { ...kind, name: other, key: 'services', suggestion })]
  })
}

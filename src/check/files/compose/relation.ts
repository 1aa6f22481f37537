import type { Finding } from '#finding/finding.ts'
import { isMapping, record } from '#formats/yaml/value.ts'
import { suggest } from '#schema/spelling.ts'
import { placeOfValue } from '../yaml/yaml.ts'
import type { ComposeAt, Services } from './at.ts'
import { circle } from './circle.ts'
import { exclusive } from './networks.ts'
import { fileComposeUndeclared } from './undeclared.ts'

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

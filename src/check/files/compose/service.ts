import type { Finding } from '#finding/finding.ts'
import { referencesOf } from '#formats/compose/model.ts'
import type { Mapping } from '#formats/yaml/value.ts'
import { isMapping, record } from '#formats/yaml/value.ts'
import type { Localized } from '#schema/locale.ts'
import { suggest } from '#schema/spelling.ts'
import { hasNoHealthCheck } from '#tools/docker/images.ts'
import { placeOfPath, placeOfValue } from '../yaml/yaml.ts'
import type { ComposeAt } from './at.ts'
import { fileComposeHealth } from './health.ts'
import { replicaFindings } from './replicas.ts'
import { duplicates } from './twice.ts'
import { fileComposeUndeclared } from './undeclared.ts'
import { fileComposeValue } from './value.ts'

/** What services say of each other, of networks, volumes, secrets and configs, and of themselves. */
export function serviceFindings(at: ComposeAt): Finding[] {
  const services = Object.entries(record(at.root.services)).filter((entry): entry is [string, Mapping] =>
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
function referenceFindings({ file, document, root }: ComposeAt, service: string, body: Mapping): Finding[] {
  if (!file.whole || 'include' in root || 'extends' in body) return []
  return KINDS.flatMap(({ key, name: { es, en } }) => {
    const declared = Object.keys(record(root[key]))
    return referencesOf(key, body[key]).flatMap(({ name, path }) => {
      if (declared.includes(name) || (key === 'networks' && name === 'default')) return []
      const place = placeOfPath(file, document, ['services', service, key, ...path])
      const suggestion = suggest(name, declared)
      return [fileComposeUndeclared.at(place, { kindEs: es, kindEn: en, name, key, suggestion })]
    })
  })
}

function dependencyFindings({ file, document, root }: ComposeAt, service: string, body: Mapping): Finding[] {
  const services = record(root.services)
  const needed = body.depends_on
  return referencesOf('depends_on', needed).flatMap(({ name, path }) => {
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
      'healthcheck' in other || ('image' in other && !hasNoHealthCheck(String(other.image))) || 'extends' in other
    if (condition !== 'service_healthy' || own) return []
    return [fileComposeHealth.at(placeOfValue(file, document, [...where, 'condition']), { name })]
  })
}

function healthFindings({ file, document }: ComposeAt, service: string, body: Mapping): Finding[] {
  const { test } = record(body.healthcheck)
  if (!Array.isArray(test) || ['CMD', 'CMD-SHELL', 'NONE'].includes(String(test[0]))) return []
  const place = placeOfValue(file, document, ['services', service, 'healthcheck', 'test', '0'])
  const expected = 'CMD, CMD-SHELL, NONE'
  const found = `services.${service}.healthcheck.test`
  return [fileComposeValue.at(place, { found, expectedEs: expected, expectedEn: expected })]
}

import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { placeOfPath } from '../yaml/yaml.ts'
import type { ComposeAt, Services } from './at.ts'

export const fileComposeNetworks = defineFinding({
  code: 'FILE_COMPOSE_NETWORKS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» tiene networks y {found}: Compose solo acepta uno.',
    hint: 'Quita uno de los dos.',
    why: 'Un contenedor que usa la red del anfitrión o la de otro servicio no puede estar además en redes propias.',
  },
  en: {
    message: '`{name}` has networks and {found}: Compose takes one of them.',
    hint: 'Remove one of the two.',
    why: 'A container that uses the network of the host or of another service cannot be in networks of its own as well.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    network_mode: host',
    '    networks: [default]',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    network_mode: host',
    '```',
  ],
})

/** A service that takes the network of the host or of another has none of its own. */
export function exclusive({ file, document }: ComposeAt, name: string, body: Services): Finding[] {
  if (!('network_mode' in body && 'networks' in body)) return []
  const place = placeOfPath(file, document, ['services', name, 'networks'])
  return [fileComposeNetworks.at(place, { name, found: `network_mode: ${String(body.network_mode)}` })]
}

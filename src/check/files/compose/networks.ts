import { defineFinding } from '#finding/define.ts'

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

import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Mapping } from '#formats/yaml/value.ts'
import { record } from '#formats/yaml/value.ts'
import { placeOfPath } from '../yaml/yaml.ts'
import type { ComposeAt } from './at.ts'

export const fileComposeReplicas = defineFinding({
  code: 'FILE_COMPOSE_REPLICAS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» tiene varias réplicas y {found}: solo puede haber una.',
    hint: 'Quita {found}, o deja una réplica.',
    why: 'Dos contenedores no pueden tener el mismo nombre: la segunda réplica no arranca.',
  },
  en: {
    message: '`{name}` has several replicas and {found}: there can be only one.',
    hint: 'Remove {found}, or keep one replica.',
    why: 'Two containers cannot have one name: the second replica does not start.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    container_name: api',
    '    deploy: { replicas: 2 }',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    deploy: { replicas: 2 }',
    '```',
  ],
})

/** Several containers of a service that has a name for one. */
export function replicaFindings({ file, document }: ComposeAt, service: string, body: Mapping): Finding[] {
  const { replicas } = record(body.deploy)
  const many = Number(replicas ?? body.scale ?? 1) > 1
  if (!many || !('container_name' in body)) return []
  const place = placeOfPath(file, document, ['services', service, 'container_name'])
  return [fileComposeReplicas.at(place, { name: service, found: `container_name: ${String(body.container_name)}` })]
}

import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { publishedPorts } from '#formats/compose/model.ts'
import type { Mapping } from '#formats/yaml/value.ts'
import { placeOfValue } from '../yaml/yaml.ts'
import type { ComposeAt } from './at.ts'

export const fileComposeTwice = defineFinding({
  code: 'FILE_COMPOSE_TWICE',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» ya es del servicio {other}.',
    hint: 'Usa otro.',
    why: 'El segundo servicio no arranca: el puerto, o el nombre, ya está ocupado.',
  },
  en: {
    message: '`{found}` is already that of service {other}.',
    hint: 'Use another one.',
    why: 'The second service does not start: the port, or the name, is taken.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8000:8000"]',
    '  web:',
    '    image: example.com/web:1.0.0',
    '    ports: ["8000:3000"]',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8000:8000"]',
    '  web:',
    '    image: example.com/web:1.0.0',
    '    ports: ["3000:3000"]',
    '```',
  ],
})

interface Claim {
  what: string
  service: string
  path: readonly string[]
}

/** A host port or a container's name two services claim. */
export function duplicates({ file, document }: ComposeAt, services: readonly [string, Mapping][]): Finding[] {
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

import type { ComposeService } from '#check/files/compose/shown.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const namePortTaken = defineFinding({
  code: 'NAME_PORT_TAKEN',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Las {count} copias de «{name}» quieren el mismo puerto, {port} (línea {line}): solo arranca una.',
    hint: 'Publica el puerto en un proxy, o deja que Docker elija el de la máquina.',
    why: 'Un puerto de la máquina es de un solo contenedor: las demás copias no arrancan.',
  },
  en: {
    message: 'The {count} copies of `{name}` want the same port, {port} (line {line}): only one starts.',
    hint: 'Publish the port on a proxy, or let Docker choose that of the machine.',
    why: 'A port of the machine belongs to one container: the other copies do not start.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8000:8080"]',
    '    deploy: { replicas: 3 }',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  api:',
    '    image: example.com/app:1.0.0',
    '    ports: ["8080"]',
    '    deploy: { replicas: 3 }',
    '```',
  ],
})

/** Several copies of a service, and one port of the machine for all. */
export function sharedPort({ name, replicas }: ComposeService, services: readonly ComposeService[]): Finding[] {
  if (!replicas || !/^\d+$/.test(replicas.text) || Number(replicas.text) < 2) return []
  const fixed = services
    .filter((service) => service.name === name)
    .flatMap(({ ports }) => ports)
    .find(({ text }) => /^(?:[\d.]+:)?\d+:\d+(?:\/\w+)?$/.test(text))
  if (!fixed) return []
  const data = { name, count: replicas.text, port: fixed.text, line: fixed.place.start.line }
  return [namePortTaken.at(replicas.place, data)]
}

import { serviceNamesOf } from '#check/files/compose/call.ts'
import type { ComposeService } from '#check/files/compose/shown.ts'
import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const nameComposeService = defineFinding({
  code: 'NAME_COMPOSE_SERVICE',
  severity: 'error',
  allowable: true,
  es: {
    message:
      '«{name}» es un servicio de Compose; su contenedor y su imagen llevan otro nombre, y docker {command} no lo encuentra.',
    hint: 'Usa docker compose {command} {name}, o fija container_name o image.',
    why: 'Compose llama al contenedor proyecto-servicio-1 y a la imagen proyecto-servicio. Con el nombre del servicio a secas Docker no encuentra nada.',
  },
  en: {
    message:
      '`{name}` is a service of Compose; its container and image have another name, and docker {command} finds none.',
    hint: 'Use docker compose {command} {name}, or set container_name or image.',
    why: 'Compose names the container project-service-1 and the image project-service. Given the bare name of the service, Docker finds nothing.',
  },
  wrong: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=start',
    'docker compose up -d backend',
    'docker exec backend printenv PORT',
    '```',
  ],
  right: [
    '```yaml file=compose.yaml',
    'services:',
    '  backend:',
    '    image: example.com/app:1.0.0',
    '```',
    '',
    '```bash step=start',
    'docker compose up -d backend',
    'docker compose exec backend printenv PORT',
    '```',
  ],
})

/** The name of a service where Docker wants that of a container or an image. */
export function serviceNames({ calls }: PageFacts, services: readonly ComposeService[]): Finding[] {
  const known = serviceNamesOf(calls, services)
  if (known.size === 0) return []
  const given = new Set([
    ...services.flatMap(({ containerName, image }) => [containerName?.text, image?.text.split(':')[0]]),
    ...calls.flatMap(named),
  ])
  return calls.flatMap((call) => {
    const target = ask(call, 'target')
    const name = target?.text
    if (!target || name === undefined || !known.has(name) || given.has(name)) return []
    return [nameComposeService.at(placeOfWord(call, target.word), { name, command: call.match?.subcommand })]
  })
}

/** Containers and images that a call makes, or gives another name, without their tags. */
const named = (call: Call): string[] =>
  (ask(call, 'names') ?? [])
    .filter(({ kind, role }) => (kind === 'image' || kind === 'container') && (role === 'makes' || isTagged(call)))
    .flatMap(({ word }) => word.text?.split(':')[0] ?? [])

/** Whether a call only gives an image another name. */
const isTagged = (call: Call): boolean => (ask(call, 'images')?.length ?? 0) > 1

import { serviceNamesOf } from '#check/files/compose/call.ts'
import type { ComposeService } from '#check/files/compose/shown.ts'
import { type Call, flagValues, isCommand, placeOfWord, positionals } from '#check/page/call.ts'
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
  const docker = calls.filter(({ name }) => name === 'docker' || name === 'docker-compose')
  const given = new Set([
    ...services.flatMap(({ containerName, image }) => [containerName?.text, image?.text.split(':')[0]]),
    ...docker.flatMap(madeByHand),
  ])
  return docker.flatMap((call) => {
    const [first] = isCommand(call, 'docker', ...WITHOUT_COMPOSE) ? positionals(call) : []
    const name = first?.text
    if (!first || name === undefined || !known.has(name) || given.has(name)) return []
    return [nameComposeService.at(placeOfWord(call, first.word), { name, command: call.match?.subcommand })]
  })
}

const WITHOUT_COMPOSE = [
  'exec',
  'logs',
  'stop',
  'start',
  'restart',
  'rm',
  'kill',
  'inspect',
  'port',
  'top',
  'save',
  'push',
  'run',
  'tag',
  'image save',
  'image push',
  'image tag',
  'image inspect',
]

function madeByHand(call: Call): string[] {
  if (isCommand(call, 'docker', 'run', 'container run', 'create'))
    return flagValues(call, '--name').flatMap(({ text }) => text ?? [])
  if (isCommand(call, 'docker', 'build', 'buildx build', 'image build'))
    return flagValues(call, '--tag', '-t').flatMap(({ text }) => text?.split(':')[0] ?? [])
  return isCommand(call, 'docker', 'tag', 'image tag', 'pull', 'image pull')
    ? positionals(call).flatMap(({ text }) => text?.split(':')[0] ?? [])
    : []
}

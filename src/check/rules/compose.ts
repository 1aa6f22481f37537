import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { serviceNamesOf } from '../files/compose/call.ts'
import { type ComposeService, composeServices } from '../files/compose/model.ts'
import { type Call, flagValues, isCommand, placeOfWord, positionals } from '../page/call.ts'
import type { PageFacts } from '../page/facts.ts'
import type { Rule } from '../rule.ts'

/** What the compose files of a page and its commands say of each other. */
export const compose: Rule = (facts) => {
  const services = composeServices(facts.page)
  return [
    ...services.flatMap(logOptions),
    ...services.flatMap((service) => sharedPort(service, services)),
    ...facts.calls.flatMap((call) => unusedImage(facts, call, services)),
    ...serviceNames(facts, services),
  ]
}

/** Options of the log drivers (docs.docker.com/engine/logging/drivers). Drivers not named here are not checked. */
const COMMON = ['mode', 'max-buffer-size', 'tag', 'labels', 'labels-regex', 'env', 'env-regex']
const LOG_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  awslogs: [
    'region',
    'endpoint',
    'group',
    'create-group',
    'create-stream',
    'stream',
    'datetime-format',
    'multiline-pattern',
    'credentials-endpoint',
    'force-flush-interval-seconds',
    'max-buffered-events',
    'format',
  ].map((name) => `awslogs-${name}`),
  'json-file': ['max-size', 'max-file', 'compress'],
  local: ['max-size', 'max-file', 'compress'],
}

function logOptions({ logDriver, logOptions: given }: ComposeService): Finding[] {
  const known = LOG_OPTIONS[logDriver?.text ?? '']
  if (!known) return []
  const all = [...known, ...COMMON]
  return given
    .filter(({ text }) => !all.includes(text))
    .map(({ text, place }) =>
      finding('FILE_LOG_OPTION', place, { found: text, driver: logDriver?.text, suggestion: suggest(text, all) }),
    )
}

/** Several copies of a service, and one port of the machine for all. */
function sharedPort({ name, replicas }: ComposeService, services: readonly ComposeService[]): Finding[] {
  if (!replicas || !/^\d+$/.test(replicas.text) || Number(replicas.text) < 2) return []
  const fixed = services
    .filter((service) => service.name === name)
    .flatMap(({ ports }) => ports)
    .find(({ text }) => /^(?:[\d.]+:)?\d+:\d+(?:\/\w+)?$/.test(text))
  if (!fixed) return []
  const data = { name, count: replicas.text, port: fixed.text, line: fixed.place.start.line }
  return [finding('NAME_PORT_TAKEN', replicas.place, data)]
}

/** An image pulled for a `docker compose up` that builds its own. */
function unusedImage({ calls }: PageFacts, call: Call, services: readonly ComposeService[]): Finding[] {
  const [pulled] = isCommand(call, 'docker', 'pull', 'image pull') ? positionals(call) : []
  const starts = calls.some((other) => other.block === call.block && isCommand(other, 'docker', 'compose up'))
  const readsFile = services.some(({ builds }) => builds) && !services.some(({ image }) => image)
  if (!pulled?.text || !starts || !readsFile) return []
  return [finding('NAME_IMAGE_UNUSED', placeOfWord(call, pulled.word), { name: pulled.text })]
}

/** The name of a service where Docker wants that of a container or an image. */
function serviceNames({ calls }: PageFacts, services: readonly ComposeService[]): Finding[] {
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
    return [finding('NAME_COMPOSE_SERVICE', placeOfWord(call, first.word), { name, command: call.match?.subcommand })]
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

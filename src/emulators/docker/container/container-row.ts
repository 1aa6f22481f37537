import type { EmulatedCall } from '../../model.ts'
import { healthOf } from '../engine.ts'
import { namesOf } from '../image/store.ts'
import type { Container, DockerState, PublishedPort } from '../state.ts'
import { humanDuration, shortId } from '../text.ts'

/** The columns of `docker ps`. */
export const CONTAINER_COLUMNS = [
  ['CONTAINER ID', 'ID'],
  ['IMAGE', 'Image'],
  ['COMMAND', 'Command'],
  ['CREATED', 'RunningFor'],
  ['STATUS', 'Status'],
  ['PORTS', 'Ports'],
  ['NAMES', 'Names'],
] as const

/** A container as `docker ps` shows it. */
export function containerRow(call: EmulatedCall, container: Container): Record<string, string> {
  const now = call.world.clock.now()
  const command = [...container.image.entrypoint, ...container.image.command].map(quoted).join(' ')
  const shown = command.length > 20 ? `${command.slice(0, 19)}…` : command
  return {
    ID: shortId(container.id),
    Image: imageShown(call.world.docker, container),
    Command: `"${shown}"`,
    CreatedAt: new Date(container.createdAt).toISOString().replace('T', ' ').replace(/\..*/, ' +0000 UTC'),
    RunningFor: `${humanDuration(now - container.createdAt)} ago`,
    Status: statusOf(container, now),
    State: container.state,
    Ports: portsShown(container),
    Names: container.name,
    Networks: container.networks.join(','),
    Labels: Object.entries(container.labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(','),
  }
}

/** An argument as docker shows it: in quotes when it holds blanks. */
const quoted = (word: string): string => (/\s/.test(word) ? `'${word}'` : word)

/** An image whose name was taken by another is shown by its id. */
function imageShown(state: DockerState, { image, imageName }: Container): string {
  const names = namesOf(state, image)
  return names.includes(imageName) ||
    names.includes(`${imageName}:latest`) ||
    (names.length === 0 && !state.dangling.has(image.digest))
    ? imageName
    : shortId(image.digest)
}

/** `Up 5 seconds (healthy)`, `Exited (1) 2 minutes ago`. */
export function statusOf(container: Container, now: number): string {
  const health = healthOf(container, now)
  const suffix = health === undefined ? '' : ` (${health === 'starting' ? 'health: starting' : health})`
  if (container.state === 'running') return `Up ${humanDuration(now - container.startedAt)}${suffix}`
  if (container.state === 'created') return 'Created'
  const word = container.state === 'restarting' ? 'Restarting' : 'Exited'
  return `${word} (${container.exitCode}) ${humanDuration(now - container.finishedAt)} ago`
}

function portsShown(container: Container): string {
  if (container.state !== 'running') return ''
  const published = container.ports.map(portText)
  const bound = new Set(container.ports.map(({ container: port }) => port))
  const exposed = container.image.ports.filter((port) => !bound.has(port)).map((port) => `${port}/tcp`)
  return [...published, ...exposed].join(', ')
}

const portText = ({ ip, host, container, protocol }: PublishedPort): string => {
  const any = ip === '0.0.0.0' ? `, [::]:${host}->${container}/${protocol}` : ''
  return `${ip}:${host}->${container}/${protocol}${any}`
}

import { NotModelled, succeed } from '../../model.ts'
import { type DockerCommand, Refused, record } from '../invocation.ts'
import { table } from '../text.ts'

/** `docker buildx create`. */
export const createBuilder: DockerCommand = (at) => {
  const driver = at.flags.value('driver') ?? 'docker-container'
  if (driver !== 'docker-container') throw new NotModelled(`a builder with the driver ${driver}`)
  const name = at.flags.value('name') ?? 'builder0'
  at.state.builders.add(name)
  if (at.flags.has('use')) at.state.builder = name
  record(at, 'create', 'builder', name)
  return succeed(`${name}\n`)
}

/** `docker buildx use`. */
export const useBuilder: DockerCommand = (at) => {
  const [name = ''] = at.operands
  requireBuilder(at.state.builders, name)
  at.state.builder = name
  record(at, 'update', 'builder', name)
  return succeed()
}

/** `docker buildx rm`. */
export const removeBuilder: DockerCommand = (at) => {
  for (const name of at.operands.length > 0 ? at.operands : [at.state.builder]) {
    requireBuilder(at.state.builders, name)
    if (name === 'default')
      throw new Refused(
        'ERROR: context builder cannot be removed, run `docker context rm default` to remove docker context',
      )
    at.state.builders.delete(name)
    if (at.state.builder === name) at.state.builder = 'default'
    record(at, 'delete', 'builder', name)
  }
  return succeed()
}

function requireBuilder(builders: ReadonlySet<string>, name: string): void {
  if (!builders.has(name)) throw new Refused(`ERROR: no builder "${name}" found`)
}

/** `docker buildx ls`. */
export const listBuilders: DockerCommand = (at) => {
  const rows = [...at.state.builders].map((name) => [
    `${name}${name === at.state.builder ? '*' : ''}`,
    name === 'default' ? 'docker' : 'docker-container',
    'running',
    'linux/amd64, linux/arm64',
  ])
  return succeed(table([['NAME/NODE', 'DRIVER/ENDPOINT', 'STATUS', 'PLATFORMS'], ...rows]))
}

/** `docker buildx inspect`. */
export const inspectBuilder: DockerCommand = (at) => {
  const name = at.operands[0] ?? at.state.builder
  requireBuilder(at.state.builders, name)
  const driver = name === 'default' ? 'docker' : 'docker-container'
  return succeed(
    `Name:   ${name}\nDriver: ${driver}\n\nNodes:\nName:      ${name}\nStatus:    running\nPlatforms: linux/amd64, linux/arm64\n`,
  )
}

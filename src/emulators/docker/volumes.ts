import { succeed } from '../model.ts'
import { envFlags } from './container/env-file.ts'
import { nextId } from './container/store.ts'
import { type DockerCommand, type DockerInvocation, forEach, Refused, record } from './invocation.ts'
import { printList } from './list-format.ts'
import { nameFilter } from './networks.ts'

export const createVolume: DockerCommand = (at) => {
  const name = at.operands[0] ?? nextId(at.state, 'volume')
  if (!at.state.volumes.has(name)) addVolume(at, name, envFlags(at.flags.values('label'), {}))
  return succeed(`${name}\n`)
}

/** Adds a local volume. */
export function addVolume(
  at: Pick<DockerInvocation, 'call' | 'state'>,
  name: string,
  labels: Record<string, string>,
): void {
  at.state.volumes.set(name, { name, createdAt: at.call.world.clock.now(), labels })
  record(at, 'create', 'volume', name)
}

export const listVolumes: DockerCommand = (at) => {
  const wanted = at.flags.values('filter').map(volumeFilter)
  const names = [...at.state.volumes.values()]
    .filter((volume) => wanted.every((holds) => holds(volume)))
    .map(({ name }) => name)
    .sort()
  const columns = [
    ['DRIVER', 'Driver'],
    ['VOLUME NAME', 'Name'],
  ] as const
  const rows = names.map((name) => ({ Driver: 'local', Name: name }))
  return printList(rows, {
    columns,
    format: at.flags.value('format'),
    ...(at.flags.has('quiet') ? { quiet: 'Name' } : {}),
  })
}

/** `label=KEY[=VALUE]` or `name=PART`. */
function volumeFilter(filter: string): (volume: { name: string; labels: Readonly<Record<string, string>> }) => boolean {
  const [, key = '', value] = /^label=([^=]+)(?:=(.*))?$/s.exec(filter) ?? []
  if (key !== '') return ({ labels }) => key in labels && (value === undefined || labels[key] === value)
  const part = nameFilter(filter)
  return ({ name }) => name.includes(part)
}

export const removeVolumes: DockerCommand = (at) =>
  forEach(at, (name) => {
    if (!at.state.volumes.has(name)) {
      if (at.flags.has('force')) return name
      throw new Refused(`Error response from daemon: get ${name}: no such volume`)
    }
    const user = [...at.state.containers.values()].find(({ volumes }) => volumes.includes(name))
    if (user) throw new Refused(`Error response from daemon: remove ${name}: volume is in use - [${user.id}]`)
    at.state.volumes.delete(name)
    record(at, 'delete', 'volume', name)
    return name
  })

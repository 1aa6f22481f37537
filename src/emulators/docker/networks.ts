import { NotModelled, succeed } from '../model.ts'
import { envFlags } from './container/env-file.ts'
import { nextId, requireContainer } from './container/store.ts'
import { type DockerCommand, type DockerInvocation, forEach, Refused, record } from './invocation.ts'
import { printList } from './list-format.ts'
import type { DockerState, EngineNetwork } from './state.ts'
import { shortId } from './text.ts'

const PREDEFINED = ['bridge', 'host', 'none']

export const createNetworkCommand: DockerCommand = (at) => {
  const [name = ''] = at.operands
  const driver = at.flags.value('driver') ?? 'bridge'
  if (driver !== 'bridge') throw new NotModelled(`a network with the driver ${driver}`)
  if (at.state.networks.has(name))
    throw new Refused(`Error response from daemon: network with name ${name} already exists`)
  const network = addNetwork(at, name, envFlags(at.flags.values('label'), {}))
  return succeed(`${network.id}\n`)
}

/** Adds a bridge network. */
export function addNetwork(
  at: Pick<DockerInvocation, 'call' | 'state'>,
  name: string,
  labels: Record<string, string>,
): EngineNetwork {
  const id = nextId(at.state, `network ${name}`)
  const network = { id, name, driver: 'bridge', createdAt: at.call.world.clock.now(), labels }
  at.state.networks.set(name, network)
  record(at, 'create', 'network', name)
  return network
}

export const listNetworks: DockerCommand = (at) => {
  const columns = [
    ['NETWORK ID', 'ID'],
    ['NAME', 'Name'],
    ['DRIVER', 'Driver'],
    ['SCOPE', 'Scope'],
  ] as const
  const wanted = at.flags.values('filter').map((filter) => nameFilter(filter))
  const rows = [...at.state.networks.values()]
    .filter(({ name }) => wanted.every((part) => name.includes(part)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ id, name, driver }) => ({ ID: shortId(id || nameId(name)), Name: name, Driver: driver, Scope: 'local' }))
  return printList(rows, {
    columns,
    format: at.flags.value('format'),
    ...(at.flags.has('quiet') ? { quiet: 'ID' } : {}),
  })
}

/** The part of a name that `--filter name=` asks for. */
export function nameFilter(filter: string): string {
  if (!filter.startsWith('name=')) throw new NotModelled(`--filter ${filter}`)
  return filter.slice(5)
}

const nameId = (name: string): string =>
  [...name.padEnd(6, name)]
    .map((char) => char.charCodeAt(0).toString(16))
    .join('')
    .padEnd(12, '0')

export const removeNetworks: DockerCommand = (at) =>
  forEach(at, (name) => {
    if (PREDEFINED.includes(name))
      throw new Refused(`Error response from daemon: ${name} is a pre-defined network and cannot be removed`)
    if (!at.state.networks.has(name)) throw new Refused(`Error response from daemon: network ${name} not found`)
    const user = usersOf(at.state, name)[0]
    if (user)
      throw new Refused(
        `Error response from daemon: error while removing network: network ${name} has active endpoints (name:"${user.name}" id:"${user.id.slice(0, 12)}")`,
      )
    at.state.networks.delete(name)
    record(at, 'delete', 'network', name)
    return name
  })

const usersOf = (state: DockerState, network: string) =>
  [...state.containers.values()].filter(
    ({ state: status, networks }) => status === 'running' && networks.includes(network),
  )

export const connectNetwork: DockerCommand = (at) => {
  const [name = '', target = ''] = at.operands
  const container = requireContainer(at.state, target)
  const isConnect = at.path.at(-1) === 'connect'
  if (!at.state.networks.has(name)) throw new Refused(`Error response from daemon: network ${name} not found`)
  const has = container.networks.includes(name)
  if (isConnect && has)
    throw new Refused(
      `Error response from daemon: endpoint with name ${container.name} already exists in network ${name}`,
    )
  if (!isConnect && !has)
    throw new Refused(`Error response from daemon: container ${container.id} is not connected to network ${name}`)
  container.networks = isConnect ? [...container.networks, name] : container.networks.filter((one) => one !== name)
  record(at, 'update', 'network', name)
  return succeed()
}

/** A network as `docker network inspect` shows it. */
export function networkDetails(state: DockerState, network: EngineNetwork): unknown {
  const containers = usersOf(state, network.name).map(({ id, name }) => [id, { Name: name }])
  return {
    Name: network.name,
    Id: network.id,
    Created: new Date(network.createdAt).toISOString(),
    Scope: 'local',
    Driver: network.driver,
    Internal: false,
    Containers: Object.fromEntries(containers),
    Labels: network.labels,
  }
}

import { type EmulatedCall, NotModelled } from '../../model.ts'
import type { HttpRequest, HttpResponse, Network, NetworkFailure } from '../../network/network.ts'
import { redisOfMachine } from '../../redis/reach.ts'
import type { RedisStore } from '../../redis/store.ts'
import type { Container } from '../state.ts'

/** The network as a container sees it: itself on localhost, its neighbours by name, the world beyond, and never the machine. */
export function insideNetwork(call: EmulatedCall, container: Container): Network {
  const { network } = call.world
  return { ...network, fetch: (request) => fetchInside(call, container, request) }
}

async function fetchInside(
  call: EmulatedCall,
  container: Container,
  request: HttpRequest,
): Promise<HttpResponse | NetworkFailure> {
  const { hostname, port, protocol } = request.url
  const number = Number(port || (protocol === 'https:' ? 443 : 80))
  if (hostname === 'localhost' || hostname.startsWith('127.') || hostname === '0.0.0.0')
    return container.app?.localPort === number && number !== 0 ? container.app.handle(request) : 'refused'
  const neighbour = neighbourCalled(hostname, call, container)
  if (neighbour) return neighbour.app?.port === number && number !== 0 ? neighbour.app.handle(request) : 'refused'
  if (hostname === 'host.docker.internal') return fetchMachine(call, container, request)
  return call.world.network.fetch(request)
}

/** The Redis a container reaches: in itself, in a neighbour, or on the machine. A neighbour that is stopped has no name. */
export function redisInside(
  call: EmulatedCall,
  container: Container,
  host: string,
  port: number,
): RedisStore | undefined {
  if (host === 'host.docker.internal')
    return container.hosts.some((one) => one.startsWith(host)) ? call.world.redis.get(port)?.() : undefined
  const isOwn = host === 'localhost' || host.startsWith('127.')
  if (isOwn && container.networks.includes('host')) return redisOfMachine(call.world, host, port)
  const neighbour = isOwn ? container : neighbourCalled(host, call, container)
  if (!neighbour && host.includes('.')) throw new NotModelled(`a Redis at ${host}`)
  return neighbour?.redis && Number(neighbour.redis.settings.get('port')) === port ? neighbour.redis : undefined
}

/** Linux engines know this name only with `--add-host host.docker.internal:host-gateway`. */
async function fetchMachine(
  call: EmulatedCall,
  { hosts }: Container,
  request: HttpRequest,
): Promise<HttpResponse | NetworkFailure> {
  if (!hosts.some((host) => host.startsWith('host.docker.internal'))) return 'unknown-host'
  const url = new URL(request.url)
  url.hostname = 'localhost'
  return call.world.network.fetch({ ...request, url })
}

const neighbourCalled = (name: string, call: EmulatedCall, container: Container): Container | undefined =>
  neighbours(call, container).find((other) => other.name === name || aliases(other).includes(name))

function neighbours(call: EmulatedCall, container: Container): Container[] {
  const own = container.networks.filter((name) => name !== 'bridge')
  return [...call.world.docker.containers.values()].filter(
    (other) => other.state === 'running' && other.networks.some((name) => own.includes(name)),
  )
}

const aliases = (container: Container): string[] => {
  const service = container.labels['com.docker.compose.service']
  return service === undefined ? [] : [service]
}

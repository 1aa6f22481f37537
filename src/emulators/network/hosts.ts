import { type EmulatedCall, NotModelled } from '../model.ts'
import { LAPTOP } from '../world.ts'
import type { HttpRequest, HttpResponse, NetworkFailure } from './network.ts'

type Sender = Pick<EmulatedCall, 'files' | 'world'>

/**
 * Whether the machine's own `/etc/hosts` sends a name to itself, where nothing of the internet
 * listens. It is asked before any name service (hosts(5)). Throws NotModelled for other addresses.
 */
export async function isSentHome({ files }: Pick<Sender, 'files'>, name: string): Promise<boolean> {
  if (!(await files.exists('/etc/hosts'))) return false
  const lines = (await files.read('/etc/hosts')).split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
  const [address] = lines.find(([, ...names]) => names.includes(name)) ?? []
  if (address === undefined) return false
  if (!/^127\.|^::1$/.test(address)) throw new NotModelled(`/etc/hosts that sends ${name} to ${address}`)
  return name !== 'localhost'
}

/** The address by which a machine is seen by another, and by itself. */
export const addressOf = ({ world }: Pick<Sender, 'world'>): string =>
  world.host.name === LAPTOP ? LAPTOP_ADDRESS : '127.0.0.1'

/** Who calls, as a machine sees the laptop. */
export const LAPTOP_ADDRESS = '10.99.0.2'

/** Sends a request from a machine, by the names it knows. `resolved` sends it to an address whatever its name, as a host alone. */
export async function fetchFrom(
  machine: Sender,
  request: HttpRequest,
  resolved?: string,
): Promise<HttpResponse | NetworkFailure> {
  const host = resolved ?? ((await isSentHome(machine, request.url.hostname)) ? '127.0.0.1' : undefined)
  const sent = { ...request, from: addressOf(machine), serverName: request.url.hostname }
  if (host === undefined) return machine.world.network.fetch(sent)
  const url = new URL(request.url)
  url.hostname = host
  return machine.world.network.fetch({ ...sent, url })
}

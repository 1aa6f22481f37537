import { type EmulatedCall, NotModelled } from '../model.ts'
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
  if (!/^127\./.test(address)) throw new NotModelled(`/etc/hosts that sends ${name} to ${address}`)
  return name !== 'localhost'
}

/** Sends a request from a machine, by the names it knows. */
export async function fetchFrom(machine: Sender, request: HttpRequest): Promise<HttpResponse | NetworkFailure> {
  if (!(await isSentHome(machine, request.url.hostname))) return machine.world.network.fetch(request)
  const url = new URL(request.url)
  url.hostname = '127.0.0.1'
  return machine.world.network.fetch({ ...request, url })
}

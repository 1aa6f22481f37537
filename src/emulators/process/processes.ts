import type { HttpRequest, HttpResponse, Network, NetworkFailure } from '../network/network.ts'

/** A server that runs on a machine, outside any container. */
export interface MachineProcess {
  pid: number
  command: string
  port: number
  /** It listens on every address of the machine, not on the loopback alone. */
  isEverywhere: boolean
  answer(request: HttpRequest): Promise<HttpResponse | NetworkFailure>
}

/** The processes of a machine and the network they listen on. */
interface Listeners {
  network: Network
  processes: MachineProcess[]
}

/** Lets a server listen. False where its port is taken. */
export function beginProcess({ network, processes }: Listeners, process: Omit<MachineProcess, 'pid'>): boolean {
  if (addresses(process).some((address) => network.isListening(address))) return false
  const pid = (processes.at(-1)?.pid ?? 1200) + 1
  processes.push({ ...process, pid })
  for (const address of addresses(process)) network.listen(address, process.answer)
  return true
}

/** Ends a process. False where there is none of that number. */
export function endProcess({ network, processes }: Listeners, pid: number): boolean {
  const at = processes.findIndex((one) => one.pid === pid)
  const [process] = at < 0 ? [] : processes.splice(at, 1)
  if (!process) return false
  for (const address of addresses(process)) network.close(address)
  return true
}

const addresses = ({ port, isEverywhere }: Pick<MachineProcess, 'port' | 'isEverywhere'>): string[] =>
  ['localhost', '127.0.0.1', ...(isEverywhere ? ['0.0.0.0'] : [])].map((host) => `${host}:${port}`)

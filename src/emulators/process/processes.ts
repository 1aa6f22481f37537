import type { HttpRequest, HttpResponse, Network, NetworkFailure } from '../network/network.ts'

/** A port a process listens on. */
interface Listening {
  port: number
  /** On every address of the machine, not on the loopback alone. */
  isEverywhere: boolean
  answer(request: HttpRequest): Promise<HttpResponse | NetworkFailure>
}

/** A program that goes on running on a machine, outside any container. */
export interface MachineProcess {
  pid: number
  command: string
  user: string
  listens: readonly Listening[]
  /** Told that it has ended, and by which signal. */
  onEnd?: (signal: number) => Promise<void> | void
  /** What it does on SIGHUP, where that does not end it: it reads its files again. */
  onHangup?: () => Promise<void>
}

/** The processes of a machine and the network they listen on. */
interface Listeners {
  network: Network
  processes: MachineProcess[]
  lastPid: number
  host: { user: string }
}

type Beginning = Omit<MachineProcess, 'pid' | 'user'>

/** Lets a program run and listen. Gives the port of another where one of its own is taken. */
export function beginProcess(machine: Listeners, beginning: Beginning): MachineProcess | { taken: number } {
  const { network, processes, host } = machine
  const taken = beginning.listens.find((one) => addresses(one).some((address) => network.isListening(address)))
  if (taken) return { taken: taken.port }
  machine.lastPid += 1
  const process = { ...beginning, pid: machine.lastPid, user: host.user }
  processes.push(process)
  for (const one of process.listens) for (const address of addresses(one)) network.listen(address, one.answer)
  return process
}

/** Ends a process by a signal. False where there is none of that number. */
export async function endProcess(machine: Listeners, pid: number, signal = 15): Promise<boolean> {
  const at = machine.processes.findIndex((one) => one.pid === pid)
  const [process] = at < 0 ? [] : machine.processes.splice(at, 1)
  if (!process) return false
  for (const one of process.listens) for (const address of addresses(one)) machine.network.close(address)
  await process.onEnd?.(signal)
  return true
}

const addresses = ({ port, isEverywhere }: Listening): string[] =>
  ['localhost', '127.0.0.1', ...(isEverywhere ? ['0.0.0.0'] : [])].map((host) => `${host}:${port}`)

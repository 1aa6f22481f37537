import { type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import type { World } from '../world.ts'
import { endProcess } from './processes.ts'

/** `lsof -t -i TCP:PORT -s TCP:LISTEN`: the numbers of one's own processes that listen on a port. */
export const lsof: Emulator = async ({ args, world }) => {
  const port = /^-t -i ?TCP:(\d+) -s ?TCP:LISTEN$/i.exec(args.join(' '))?.[1]
  if (port === undefined) throw new NotModelled(`lsof ${args.join(' ')}`)
  const found = world.processes.filter(({ listens }) => listens.some((one) => one.port === Number(port)))
  return found.length === 0 ? fail('') : succeed(found.map(({ pid }) => `${pid}\n`).join(''))
}

/** Signals that end a process which does not ask for another fate. */
const ENDS = /^(?:SIG)?(?:TERM|KILL|INT|HUP|15|9|2|1)$/

/** `kill [-SIGNAL] PID…`, with a signal that ends a process, or 0, which only asks whether there is one. */
export const kill: Emulator = async ({ args, world }) => {
  const { signal, pids } = readSignal(args)
  if (signal !== '0' && !ENDS.test(signal)) throw new NotModelled(`kill ${args.join(' ')}`)
  if (pids.length === 0) return fail(USAGE, 2)
  const ended: Output[] = []
  for (const pid of pids) ended.push(await killOne(world, { pid, signal }))
  return ended.reduce(both)
}

const USAGE = 'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n'

function readSignal([first = '', ...rest]: readonly string[]): { signal: string; pids: readonly string[] } {
  if (/^-[sn]$/.test(first)) return { signal: rest[0] ?? '', pids: rest.slice(1) }
  return first.startsWith('-')
    ? { signal: first.slice(1), pids: rest }
    : { signal: 'TERM', pids: [first, ...rest].filter(Boolean) }
}

async function killOne(world: World, { pid, signal }: { pid: string; signal: string }): Promise<Output> {
  if (!/^\d+$/.test(pid)) throw new NotModelled(`kill ${pid}`)
  const found = world.processes.find((one) => one.pid === Number(pid))
  if (!found) return fail(`bash: line 1: kill: (${pid}) - No such process\n`)
  if (world.server && world.host.user !== 'root' && found.user !== world.host.user)
    return fail(`bash: line 1: kill: (${pid}) - Operation not permitted\n`)
  if (signalNumber(signal) === 1 && found.onHangup) await found.onHangup()
  else if (signal !== '0') await endProcess(world, found.pid, signalNumber(signal))
  return succeed()
}

/** `KILL`, `SIGKILL` and `9` are one. */
export const signalNumber = (signal: string): number => SIGNALS[signal.replace(/^SIG/, '')] ?? Number(signal)

const SIGNALS: Readonly<Record<string, number>> = { HUP: 1, INT: 2, QUIT: 3, KILL: 9, USR1: 10, USR2: 12, TERM: 15 }

/** kill succeeds when one of its signals was sent. */
const both = (one: Output, other: Output): Output => ({
  stdout: '',
  stderr: one.stderr + other.stderr,
  exitCode: Math.min(one.exitCode, other.exitCode),
})

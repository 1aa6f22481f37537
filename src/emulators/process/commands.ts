import { type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import type { World } from '../world.ts'
import { endProcess } from './processes.ts'

/** `lsof -t -i TCP:PORT -s TCP:LISTEN`: the numbers of one's own processes that listen on a port. */
export const lsof: Emulator = async ({ args, world }) => {
  const port = /^-t -i ?TCP:(\d+) -s ?TCP:LISTEN$/i.exec(args.join(' '))?.[1]
  if (port === undefined) throw new NotModelled(`lsof ${args.join(' ')}`)
  const found = world.processes.filter((one) => one.port === Number(port))
  return found.length === 0 ? fail('') : succeed(found.map(({ pid }) => `${pid}\n`).join(''))
}

/** Signals that end a process which does not ask for another fate. */
const ENDS = /^(?:SIG)?(?:TERM|KILL|INT|15|9|2)$/

/** `kill [-SIGNAL] PID…`, with a signal that ends a process, or 0, which only asks whether there is one. */
export const kill: Emulator = async ({ args, world }) => {
  const { signal, pids } = readSignal(args)
  if (signal !== '0' && !ENDS.test(signal)) throw new NotModelled(`kill ${args.join(' ')}`)
  if (pids.length === 0) return fail(USAGE, 2)
  return pids.map((pid) => killOne(world, { pid, signal })).reduce(both)
}

const USAGE = 'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n'

function readSignal([first = '', ...rest]: readonly string[]): { signal: string; pids: readonly string[] } {
  if (/^-[sn]$/.test(first)) return { signal: rest[0] ?? '', pids: rest.slice(1) }
  return first.startsWith('-')
    ? { signal: first.slice(1), pids: rest }
    : { signal: 'TERM', pids: [first, ...rest].filter(Boolean) }
}

function killOne(world: World, { pid, signal }: { pid: string; signal: string }): Output {
  if (!/^\d+$/.test(pid)) throw new NotModelled(`kill ${pid}`)
  const isThere = world.processes.some((one) => one.pid === Number(pid))
  if (isThere && signal !== '0') endProcess(world, Number(pid))
  return isThere ? succeed() : fail(`bash: line 1: kill: (${pid}) - No such process\n`)
}

/** kill succeeds when one of its signals was sent. */
const both = (one: Output, other: Output): Output => ({
  stdout: '',
  stderr: one.stderr + other.stderr,
  exitCode: Math.min(one.exitCode, other.exitCode),
})

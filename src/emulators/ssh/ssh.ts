import { type Emulator, NotModelled } from '../model.ts'
import { readSshLine } from './options.ts'
import { destinationOf, reach } from './reach.ts'

/** `ssh [options] [user@]host command`: the words of the command are joined by blanks, and the shell there reads the line. A session without one is not modelled. */
export const ssh: Emulator = async (call) => {
  const first = readSshLine(call.args)
  const [target, ...rest] = first.operands
  if (target === undefined) throw new NotModelled('the usage text of ssh')
  const reached = await reach(call, destinationOf(target, first.options))
  if ('exitCode' in reached) return reached
  if (rest.length === 0) throw new NotModelled('an ssh session without a command')
  if (/^-/.test(rest[0] ?? '')) throw new NotModelled('options of ssh after the host')
  const stdin = first.options.has('-n') ? '' : call.stdin
  return reached.machine.run(rest.join(' '), { stdin, signal: call.signal, login: reached.login })
}

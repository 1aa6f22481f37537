import { type Emulator, fail, NotModelled, succeed } from '../model.ts'
import type { World } from '../world.ts'
import type { MachineProcess } from './processes.ts'

/** `ss -tlnpH 'sport = :PORT'`: who listens on a TCP port of the machine. Of others only root learns who it is. */
export const ss: Emulator = async ({ args, world }) => {
  const filter = args.filter((arg) => !arg.startsWith('-')).join(' ')
  const port = /^sport = :(\d+)$/.exec(filter)?.[1]
  if (port === undefined || !isModelled(args)) throw new NotModelled(`ss ${args.join(' ')}`)
  return succeed(
    [...processLines(world, Number(port)), ...containerLines(world, Number(port))].map((line) => `${line}\n`).join(''),
  )
}

const LETTERS: Readonly<Record<string, string>> = {
  '--tcp': 't',
  '--listening': 'l',
  '--numeric': 'n',
  '--processes': 'p',
  '--no-header': 'H',
}

/** All five options, in whichever way: with others the table is another one. */
function isModelled(args: readonly string[]): boolean {
  const letters = args
    .filter((arg) => arg.startsWith('-'))
    .flatMap((arg) => (arg.startsWith('--') ? [LETTERS[arg] ?? '?'] : [...arg.slice(1)]))
  return new Set(letters).size === 5 && letters.every((letter) => 'tlnpH'.includes(letter))
}

interface Socket {
  address: string
  port: number
  backlog: number
  /** Its program and number; undefined where whoever asks may not know. */
  user: string | undefined
}

const line = ({ address, port, backlog, user }: Socket): string =>
  `LISTEN 0      ${String(backlog).padEnd(6)} ${address}:${port} 0.0.0.0:*${user === undefined ? '' : ` users:((${user}))`}`

function processLines({ processes, host }: World, port: number): string[] {
  const isKnown = ({ user }: MachineProcess) => host.user === 'root' || host.user === user
  return processes.flatMap((process) =>
    process.listens
      .filter((one) => one.port === port)
      .map(({ isEverywhere }) =>
        line({
          address: isEverywhere ? '0.0.0.0' : '127.0.0.1',
          port,
          backlog: 2048,
          user: isKnown(process) ? `"${programOf(process)}",pid=${process.pid},fd=6` : undefined,
        }),
      ),
  )
}

/** The name of a process, as the kernel keeps it. */
const programOf = ({ command }: MachineProcess): string =>
  (command.split(' ')[0] ?? '').split('/').at(-1)?.replace(/:$/, '').slice(0, 15) ?? ''

/** For each published port of a container the engine has a process of its own, of root. */
function containerLines({ docker, host }: World, port: number): string[] {
  return [...docker.containers.values()]
    .filter(({ state }) => state === 'running')
    .flatMap(({ ports, createdAt }) =>
      ports
        .filter((one) => one.host === port && one.protocol === 'tcp')
        .map(({ ip }) =>
          line({
            address: ip === '' ? '0.0.0.0' : ip,
            port,
            backlog: 4096,
            user: host.user === 'root' ? `"docker-proxy",pid=${700 + (createdAt % 300)},fd=4` : undefined,
          }),
        ),
    )
}

/** `ps -o user= -p PID`: whose a process is. */
export const ps: Emulator = async ({ args, world }) => {
  const pid = /^-o user= -p ?(\d+)$/.exec(args.join(' '))?.[1]
  const format = /^-o user= -p\s*$/.test(args.join(' '))
  if (format) return fail('error: process ID list syntax error\n')
  if (pid === undefined) throw new NotModelled(`ps ${args.join(' ')}`)
  const found = world.processes.find((one) => one.pid === Number(pid))
  return found ? succeed(`${found.user}\n`) : fail('')
}

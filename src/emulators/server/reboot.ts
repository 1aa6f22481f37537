import { type EmulatedCall, type Emulator, fail, NotModelled, type Output } from '../model.ts'
import { endProcess } from '../process/processes.ts'
import { type At, isRoot, serverAt } from './server.ts'
import { startEnabled } from './systemd/manager.ts'

/** `reboot`: the connection ends, all processes end, and what is enabled starts again. */
export const reboot: Emulator = async (call) => {
  const at = serverAt(call, 'reboot')
  if (!isRoot(call)) return fail('Call to Reboot failed: Access denied\n')
  if (call.args.some((arg) => arg !== 'reboot')) throw new NotModelled(`reboot ${call.args.join(' ')}`)
  await restart(at)
  call.effect({ verb: 'update', kind: 'machine', name: '' })
  return closed(call)
}

/** What whoever is logged in sees of it. */
const closed = ({ world }: Pick<EmulatedCall, 'world'>): Output =>
  fail(`Connection to ${world.host.name} closed by remote host.\n`, 255)

const BOOT_MS = 20_000

async function restart(at: At): Promise<void> {
  const { server, world } = at
  const { units, files } = server
  for (const state of units.states.values())
    Object.assign(state, {
      active: 'inactive',
      sub: 'dead',
      pid: 0,
      result: 'success',
      ended: '',
      restarts: 0,
      starts: [],
      file: undefined,
    })
  for (const { pid } of [...world.processes]) await endProcess(world, pid, 9)
  for (const directory of ['/tmp', '/run'])
    for (const name of await files.names(directory)) await files.remove(`${directory}/${name}`)
  world.clock.advance(BOOT_MS)
  units.bootedAt = world.clock.now()
  await startEnabled(at)
}

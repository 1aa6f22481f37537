import type { EmulatedCall } from '../../model.ts'
import { serverAt } from '../server.ts'
import { disable, enable } from './enablement.ts'
import { loadUnit, reloadManager, startUnit, stopUnit } from './manager.ts'

type Caller = Pick<EmulatedCall, 'world' | 'effect'>

/** What a package's installation does with its units: they are enabled and started (deb-systemd-invoke(1p)). Gives what it prints. */
export async function startInstalled(call: Caller, names: readonly string[]): Promise<string> {
  const at = serverAt(call, 'systemctl')
  let said = ''
  await reloadManager(at)
  for (const name of names) {
    const loaded = await loadUnit(at, name)
    if (loaded.kind !== 'loaded') continue
    said += await enable(at.server.files, loaded.unit)
    const result = await startUnit(at, loaded.unit)
    if (name.endsWith('.service'))
      call.effect({ verb: 'update', kind: 'service', name: name.replace(/\.service$/, '') })
    if (result !== 'done') said += `Could not execute systemctl:  at /usr/bin/deb-systemd-invoke line 148.\n`
  }
  return said
}

/** The units of a package that is taken away stop. */
export async function stopRemoved(call: Caller, names: readonly string[]): Promise<void> {
  const at = serverAt(call, 'systemctl')
  for (const name of names) {
    const loaded = await loadUnit(at, name)
    if (loaded.kind !== 'loaded') continue
    await stopUnit(at, loaded.unit)
    await disable(at.server.files, name)
    if (name.endsWith('.service'))
      call.effect({ verb: 'update', kind: 'service', name: name.replace(/\.service$/, '') })
  }
}

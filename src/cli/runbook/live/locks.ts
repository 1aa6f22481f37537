import { userInfo } from 'node:os'
import { EXIT, StopError } from '#finding/error.ts'
import { type LockHolder, takeLock } from '#run/journal/lock.ts'
import { ownerHost } from '#run/journal/owner.ts'
import { formatDuration } from '#schema/duration.ts'
import type { Localized } from '#schema/locale.ts'
import { type Plan, plannedSteps } from '#schema/plan.ts'
import { note, type Terminal } from '../../terminal/terminal.ts'
import { locksOf } from './run-store.ts'

/** The person at this machine, for who finds their run. */
export const operator = (): string => userInfo().username

/** Whether anything of a plan that will run may change something. */
export const changesAnything = (plan: Plan): boolean =>
  plannedSteps(plan).some(({ skip, effect }) => !skip && effect !== 'read')

/** Whether anything of it that will run may delete something. */
export const deletesAnything = (plan: Plan): boolean =>
  plannedSteps(plan).some(({ skip, effect }) => !skip && effect === 'delete')

/**
 * Holds what only one run at a time may: the run itself, and each target it changes. Stops, saying who has it and since
 * when, where another does; takes over what a run that is gone left. Resolves to what lets go again.
 */
export async function holdLocks(
  { run, targets }: { run: string; targets: readonly string[] },
  terminal: Terminal,
): Promise<() => void> {
  const held: (() => void)[] = []
  const release = () => {
    for (const one of held.splice(0)) one()
  }
  const who = { run, by: operator(), at: new Date().toISOString() }
  try {
    for (const name of [`run=${run}`, ...targets]) held.push(await hold(name, who, terminal))
  } catch (error) {
    release()
    throw error
  }
  return release
}

async function hold(name: string, who: Omit<LockHolder, 'owner'>, terminal: Terminal): Promise<() => void> {
  const locking = await takeLock(locksOf(terminal), name, who)
  if ('heldBy' in locking) throw taken(name, locking.heldBy, locking.file)
  if (locking.stale) note(STALE[terminal.locale](locking.stale), terminal)
  return locking.release
}

const STALE = {
  es: ({ run, by }: LockHolder) => `La ejecución ${run}, de ${by}, murió sin soltar su bloqueo; se retoma.`,
  en: ({ run, by }: LockHolder) => `The run ${run}, of ${by}, died with its lock held; it is taken over.`,
}

function taken(name: string, { run, by, owner, at }: LockHolder, file: string): StopError {
  const [kind = '', what = ''] = name.split(/=(.*)/s)
  const age = formatDuration(Math.max(0, Date.now() - Date.parse(at)))
  const host = ownerHost(owner)
  const text: Localized =
    kind === 'run'
      ? {
          es: `Esa ejecución ya está en marcha: ${by} en ${host}, desde hace ${age}.`,
          en: `That run is under way already: ${by} on ${host}, for ${age}.`,
        }
      : {
          es: `Otra ejecución está cambiando ${what}: ${run}, de ${by} en ${host}, desde hace ${age}.`,
          en: `Another run is changing ${what}: ${run}, of ${by} on ${host}, for ${age}.`,
        }
  return new StopError(EXIT.noFixture, text, {
    hint: {
      es: `Espera a que acabe. Si ya no existe (se apagó ${host}), borra ${file}`,
      en: `Wait until it ends. If it is no more (${host} was turned off), delete ${file}`,
    },
  })
}

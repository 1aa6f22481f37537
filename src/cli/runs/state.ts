import { isOwnerAlive } from '#run/journal/owner.ts'
import { hasBegun, isFinished, type PastRun } from '#run/journal/past-run.ts'
import type { Localized } from '#schema/locale.ts'
import { isUndone } from '../runbook/live/choose-run.ts'

/** What a run is now. */
export type RunState = 'running' | 'undone' | 'passed' | 'ended' | 'unfinished' | 'not-begun'

/** What a run is now, among all there are. */
export async function stateOf(run: PastRun, past: readonly PastRun[]): Promise<RunState> {
  if (run.status === undefined && (await isOwnerAlive(run.owner))) return 'running'
  if (isUndone(run, past)) return 'undone'
  if (isFinished(run)) return run.status === 'failed' ? 'ended' : 'passed'
  return hasBegun(run) ? 'unfinished' : 'not-begun'
}

/** That, for people. */
export const STATE_WORDS: Readonly<Record<RunState, Localized>> = {
  running: { es: 'en marcha', en: 'running' },
  undone: { es: 'deshecha', en: 'rolled back' },
  passed: { es: 'superada', en: 'passed' },
  ended: { es: 'acabada, con fallos', en: 'ended, with failures' },
  unfinished: { es: 'a medias', en: 'unfinished' },
  'not-begun': { es: 'sin empezar', en: 'not begun' },
}

import type { UnitFile } from './unit-file.ts'

export type ActiveState = 'inactive' | 'active' | 'failed' | 'activating'

/** Why a unit is in the state it is in (systemd.exec(5), $SERVICE_RESULT). */
export type UnitResult = 'success' | 'exit-code' | 'signal' | 'resources' | 'timeout' | 'start-limit-hit'

/** A message of the journal. */
export interface JournalEntry {
  at: number
  /** The unit it is of; empty of the kernel's and the manager's own. */
  unit: string
  /** Who wrote it, `uvicorn`. */
  identifier: string
  pid: number
  /** 3 an error, 4 a warning, 5 a notice, 6 information (syslog(3)). */
  priority: number
  message: string
}

/** How a unit runs. */
export interface UnitState {
  active: ActiveState
  /** `running`, `exited`, `dead`, `auto-restart`, `waiting`. */
  sub: string
  result: UnitResult
  /** Its main process; 0 of none. */
  pid: number
  /** How its main process ended: `code=exited, status=1/FAILURE`; empty while it has not. */
  ended: string
  /** When it came into this state. */
  since: number
  /** When it was started of late, for the limit on starts. */
  starts: readonly number[]
  /** Restarts the manager has made by itself. */
  restarts: number
  /** The unit as the manager has it in memory. */
  file: UnitFile | undefined
}

/** The manager of a machine's services. */
export interface Units {
  states: Map<string, UnitState>
  journal: JournalEntry[]
  /** When the machine was started. */
  bootedAt: number
  /** Numbers processes. */
  lastPid: number
}

export const createUnits = (now: number): Units => ({ states: new Map(), journal: [], bootedAt: now, lastPid: 1200 })

/** The state of a unit, made where it was never asked for. */
export function stateOf({ states }: Units, name: string): UnitState {
  const known = states.get(name)
  if (known) return known
  const state: UnitState = {
    active: 'inactive',
    sub: 'dead',
    result: 'success',
    pid: 0,
    ended: '',
    since: 0,
    starts: [],
    restarts: 0,
    file: undefined,
  }
  states.set(name, state)
  return state
}

import { join } from 'node:path'
import type { Terminal } from '../../terminal/terminal.ts'

type State = Pick<Terminal, 'state'>

/** Where the journals of live runs are. */
export const journalsOf = ({ state }: State): string => join(state, 'runs')

/** Where the locks of runs and targets are. */
export const locksOf = ({ state }: State): string => join(state, 'locks')

/** The name of a run that begins now: when, in UTC, and of what. */
export const runName = (runbook: string, at: Date): string =>
  `${at.toISOString().slice(0, 19).replaceAll(':', '')}Z-${runbook}`

/** Whether a word is the name of a run, or the beginning of one. */
export const isRunName = (word: string): boolean => /^\d{4}-\d{2}-\d{2}(T|$)/.test(word)

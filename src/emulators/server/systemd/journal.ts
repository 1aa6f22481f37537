import type { EmulatedCall } from '../../model.ts'

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

/** Writes what the manager says of a unit. */
export const managerSays = (
  journal: JournalEntry[],
  { world }: Pick<EmulatedCall, 'world'>,
  { unit, message, priority = 6 }: Pick<JournalEntry, 'unit' | 'message'> & { priority?: number },
): void => void journal.push({ at: world.clock.now(), unit, identifier: 'systemd', pid: 1, priority, message })

/** Writes what a process of a unit prints, a line an entry. */
export function processSays(
  journal: JournalEntry[],
  { world }: Pick<EmulatedCall, 'world'>,
  { text, ...from }: Pick<JournalEntry, 'unit' | 'identifier' | 'pid'> & { text: string },
): void {
  const at = world.clock.now()
  for (const message of text.split('\n')) if (message !== '') journal.push({ ...from, at, message, priority: 6 })
}

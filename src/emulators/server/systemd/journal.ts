import type { EmulatedCall } from '../../model.ts'
import type { JournalEntry } from './unit-state.ts'

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

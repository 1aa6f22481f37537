import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import { positionals } from '../match/line.ts'

const READS: CommandFacts = { effect: 'read' }
const UPDATES: CommandFacts = { effect: 'update' }

const names = (commands: string, facts: CommandFacts): Record<string, CommandFacts> =>
  Object.fromEntries(commands.split(/\s+/).map((name) => [name, facts]))

/** What each command does to units (systemctl(1)). What it makes of a unit can be taken back, so nothing is deleted. */
export const facts: ToolFacts = {
  commands: {
    ...names(
      `cat get-default is-active is-enabled is-failed is-system-running list-automounts list-dependencies list-jobs
      list-machines list-sockets list-timers list-unit-files list-units show show-environment status`,
      READS,
    ),
    ...names(
      `daemon-reexec daemon-reload disable kill mask preset reenable reload reload-or-restart reset-failed restart
      revert set-default set-property start stop try-reload-or-restart try-restart unmask`,
      UPDATES,
    ),
    enable: { effect: 'update', enablesUnits: positionals },
    reenable: { effect: 'update', enablesUnits: positionals },
    edit: { effect: 'update', asks: { instead: 'person', terminal: true } },
    ...names('halt poweroff reboot kexec', UPDATES),
  },
}

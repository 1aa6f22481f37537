import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import type { Asks } from '../facts/terminal.ts'
import { type CommandLine, hasOption } from '../match/line.ts'

const asks = (line: CommandLine): Asks | undefined => (isQuiet(line) ? undefined : { instead: { add: '-y' } })

/** Assumes yes, by itself with `-qq`, or changes nothing. */
const isQuiet = (line: CommandLine): boolean =>
  hasOption(line, ...QUIET) ||
  line.words.some(({ text = '' }) => /^-[a-z]*q[a-z]*q|^-q=2$|APT::Get::Assume-Yes=(true|1|yes)$/i.test(text))

const SIMULATED = ['--simulate', '--dry-run', '--just-print', '--no-act', 's']
const QUIET = [...SIMULATED, '--yes', '--assume-yes', '--assume-no', 'y']

/** What a command does, where it is not only simulated. */
const change = (effect: 'create' | 'update' | 'delete'): CommandFacts => ({
  effect: (line) => (hasOption(line, ...SIMULATED) ? 'read' : effect),
  asks,
})

const REMOVES = change('delete')

/** Of apt and apt-get. */
export const facts: ToolFacts = {
  commands: {
    install: change('create'),
    reinstall: change('update'),
    upgrade: change('update'),
    'full-upgrade': change('update'),
    'build-dep': change('create'),
    satisfy: { effect: 'create' },
    remove: REMOVES,
    purge: REMOVES,
    autoremove: REMOVES,
    autopurge: { effect: 'delete' },
    update: { effect: 'update' },
    list: { effect: 'read' },
    search: { effect: 'read' },
    show: { effect: 'read' },
    policy: { effect: 'read' },
    depends: { effect: 'read' },
    rdepends: { effect: 'read' },
  },
}

import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import type { Asks } from '../facts/terminal.ts'
import { type CommandLine, hasFlag } from '../match/line.ts'

const asks = (line: CommandLine): Asks | undefined =>
  hasFlag(line, '--force', '--dry-run') ? undefined : { instead: { add: '--force' } }

/** What a command does to the rules of the firewall, where it is not only shown. */
const changes = (effect: 'create' | 'update' | 'delete', more: CommandFacts = {}): CommandFacts => ({
  effect: (line) => (hasFlag(line, '--dry-run') ? 'read' : effect),
  ...more,
})

const RULE = changes('create')
const READS: CommandFacts = { effect: 'read' }

/** ufw(8). It asks before what may cut the connection it is typed in: `enable`, `reset`, `delete`. */
export const facts: ToolFacts = {
  commands: {
    enable: changes('update', { asks }),
    disable: changes('update'),
    reload: changes('update'),
    reset: changes('delete', { asks }),
    delete: changes('delete', { asks }),
    default: changes('update'),
    logging: changes('update'),
    allow: RULE,
    deny: RULE,
    reject: RULE,
    limit: RULE,
    insert: RULE,
    prepend: RULE,
    route: RULE,
    status: READS,
    show: READS,
    version: READS,
  },
}

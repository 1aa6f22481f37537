import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import { positionals } from '../match/line.ts'

const READS: CommandFacts = { effect: 'read' }
/** All of its words are files. */
const CHECKS: CommandFacts = { effect: 'read', reads: positionals }

/** promtool checks files and asks a server; only in a database of its own does it write. */
export const facts: ToolFacts = {
  commands: {
    'check config': CHECKS,
    'check web-config': CHECKS,
    'check rules': CHECKS,
    'check metrics': READS,
    'check service-discovery': { effect: 'read', reads: (line) => positionals(line).slice(0, 1) },
    'test rules': CHECKS,
    query: READS,
    // What it fetches goes into an archive.
    debug: { effect: 'create' },
    'tsdb analyze': READS,
    'tsdb list': READS,
    'tsdb dump': READS,
    'tsdb bench write': { effect: 'create' },
    'tsdb create-blocks-from': { effect: 'create' },
  },
}

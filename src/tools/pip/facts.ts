import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import { flagValues, hasFlag } from '../match/line.ts'

const READS: CommandFacts = { effect: 'read' }

/** Of pip and pip3. */
export const facts: ToolFacts = {
  commands: {
    install: { effect: 'create', reads: (line) => flagValues(line, '--requirement', '--constraint') },
    download: { effect: 'create', reads: (line) => flagValues(line, '--requirement', '--constraint') },
    wheel: { effect: 'create' },
    uninstall: {
      effect: 'delete',
      asks: (line) => (hasFlag(line, '--yes') ? undefined : { instead: { add: '--yes' } }),
      reads: (line) => flagValues(line, '--requirement'),
    },
    list: READS,
    show: READS,
    freeze: READS,
    check: READS,
    index: READS,
    inspect: READS,
    hash: READS,
  },
}

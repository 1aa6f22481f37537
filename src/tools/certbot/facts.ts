import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import { flagValues, hasOption } from '../match/line.ts'

/** A certificate that is asked for, changed or deleted is told of first. */
const ASKS: CommandFacts = {
  asks: (line) =>
    hasOption(line, '--non-interactive', '--noninteractive', 'n')
      ? undefined
      : { instead: { add: '--non-interactive', answers: true } },
}
const READS: CommandFacts = { effect: 'read', asks: undefined }

/** Standalone, it answers the challenge itself, on the port of HTTP or the one it is told. */
const CHALLENGED: CommandFacts = {
  effect: 'create',
  ports: (line) =>
    flagValues(line, '--http-01-port').map((word) => ({ by: 'server' as const, word, outside: word.text })),
}

export const facts: ToolFacts = {
  every: ASKS,
  commands: {
    run: CHALLENGED,
    certonly: CHALLENGED,
    renew: { effect: 'update', asks: undefined },
    certificates: READS,
    plugins: READS,
    show_account: READS,
    delete: { effect: 'delete' },
    revoke: { effect: 'delete' },
    install: { effect: 'update' },
    enhance: { effect: 'update' },
    reconfigure: { effect: 'update' },
    register: { effect: 'create' },
    update_account: { effect: 'update' },
    unregister: { effect: 'delete' },
  },
}

import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import { hasFlag } from '../match/line.ts'
import { pushedTo, remoteAt } from './destinations.ts'

const READS: CommandFacts = { effect: 'read' }
const UPDATES: CommandFacts = { effect: 'update' }

/** What each command does to the repository or to the one it was cloned from; a `tag` or `branch` may list or delete. */
export const facts: ToolFacts = {
  saysVersion: ['--version'],
  namesOfReader: true,
  every: {
    directory: 'brings',
    bypasses: ({ words }) => {
      const word = words.find(({ text }) => text === '--no-verify')
      return word ? [{ protection: 'commit checks', word }] : []
    },
  },
  commands: {
    add: UPDATES,
    apply: UPDATES,
    blame: READS,
    checkout: UPDATES,
    'cherry-pick': UPDATES,
    clean: { effect: 'delete', sweep: { shown: 'git clean' } },
    clone: { effect: 'create' },
    commit: { effect: 'create' },
    describe: READS,
    diff: READS,
    fetch: UPDATES,
    grep: READS,
    init: { effect: 'create' },
    log: READS,
    'ls-files': READS,
    'ls-remote': READS,
    merge: UPDATES,
    mv: UPDATES,
    pull: UPDATES,
    push: { destinations: pushedTo, effect: (line) => (hasFlag(line, '--delete') ? 'delete' : 'update') },
    rebase: UPDATES,
    'remote add': { effect: 'create', destinations: remoteAt },
    'remote set-url': { effect: 'update', destinations: remoteAt },
    'remote remove': { effect: 'delete' },
    'remote get-url': READS,
    'remote show': READS,
    reset: {
      effect: 'update',
      sweep: (line) => (hasFlag(line, '--hard') ? { shown: 'git reset' } : undefined),
    },
    restore: UPDATES,
    'rev-list': READS,
    'rev-parse': READS,
    revert: UPDATES,
    rm: { effect: 'delete' },
    shortlog: READS,
    show: READS,
    status: READS,
    switch: UPDATES,
  },
}

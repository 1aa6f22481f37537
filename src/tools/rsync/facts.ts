import { hosts, remotePaths } from '../facts/destination.ts'
import type { ToolFacts } from '../facts/model.ts'
import { hasFlag, positionals } from '../match/line.ts'
import { hostIdentityBypassed } from '../ssh/host-identity.ts'

const DELETES = ['--delete', '--delete-before', '--delete-during', '--delete-delay', '--delete-after', '--del']
const WHOLE = ['--archive', '-a', '--recursive', '-r', '--dirs', '-d', '--old-dirs', '--files-from']

export const facts: ToolFacts = {
  saysVersion: ['--version'],
  namesOfReader: true,
  namesMachines: true,
  every: {
    directory: 'brings',
    copies: ({ words }) => words,
    readsData: true,
    bypasses: hostIdentityBypassed,
    destinations: (line) => hosts(remotePaths(positionals(line))),
    synchronisation: (line) => ({ deletes: hasFlag(line, ...DELETES), whole: hasFlag(line, ...WHOLE) }),
  },
}

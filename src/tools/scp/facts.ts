import { hosts, remotePaths } from '../facts/destination.ts'
import type { ToolFacts } from '../facts/model.ts'
import { positionals } from '../match/line.ts'
import { jumpsOf } from '../ssh/destinations.ts'
import { hostIdentityBypassed } from '../ssh/host-identity.ts'
import { refusedOptions } from '../ssh/refused-options.ts'

export const facts: ToolFacts = {
  namesOfReader: true,
  namesMachines: true,
  every: {
    directory: 'brings',
    copies: ({ words }) => words,
    readsData: true,
    bypasses: hostIdentityBypassed,
    refusedOptions,
    destinations: (line) => hosts([...remotePaths(positionals(line)), ...jumpsOf(line)]),
  },
}

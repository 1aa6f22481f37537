import type { ToolFacts } from '../facts/model.ts'
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
  },
}

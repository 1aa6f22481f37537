import { hosts } from '../facts/destination.ts'
import type { ToolFacts } from '../facts/model.ts'
import { refusedOptions } from '../ssh/refused-options.ts'

export const facts: ToolFacts = {
  namesMachines: true,
  every: {
    refusedOptions,
    destinations: ({ words }) => hosts(words.filter(({ text }) => !text?.startsWith('-')).slice(-1)),
  },
}

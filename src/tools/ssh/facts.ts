import { restOf } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'
import type { Machine, Nested } from '../facts/nested-command.ts'
import { type CommandLine, hasFlag, positionals } from '../match/line.ts'
import { destinationsOf } from './destinations.ts'
import { hostIdentityBypassed } from './host-identity.ts'
import { refusedOptions } from './refused-options.ts'

export const facts: ToolFacts = {
  saysVersion: ['-V'],
  namesOfReader: true,
  namesMachines: true,
  every: {
    hands: handsOn,
    passesInput: (line) => !hasFlag(line, '-n'),
    bypasses: hostIdentityBypassed,
    refusedOptions,
    host: (line) => positionals(line)[0],
    destinations: destinationsOf,
  },
}

function handsOn(line: CommandLine): readonly Nested[] {
  const machine: Machine = { kind: 'host', name: positionals(line)[0]?.text }
  const words = restOf(line)
  if (words.length > 0) return [{ kind: 'joined', words, machine }]
  return hasFlag(line, '-N', '-n', '-W', '-O') ? [] : [{ kind: 'input', machine }]
}

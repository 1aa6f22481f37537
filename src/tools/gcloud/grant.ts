import type { Grant } from '../facts/cloud.ts'
import { type CommandLine, flagValue, positionals } from '../match/line.ts'

/** The policy binding a line adds or removes, whatever it is on. */
export function grantOf(line: CommandLine): Grant | undefined {
  const [, verb] = /^(add|remove)-iam-policy-binding$/.exec(line.match?.path.at(-1) ?? '') ?? []
  if (verb === undefined || !line.match) return undefined
  return {
    adds: verb === 'add',
    on: line.match.path.slice(0, -1).join(' '),
    target: positionals(line)[0],
    member: flagValue(line, '--member'),
    role: flagValue(line, '--role'),
  }
}

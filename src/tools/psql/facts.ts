import type { EffectVerb } from '#schema/effect.ts'
import { hosts, remotePaths } from '../facts/destination.ts'
import type { ToolFacts } from '../facts/model.ts'
import { type CommandLine, flagValues, hasFlag, positionals } from '../match/line.ts'

/** What statements do by the word they start with; those of a file, or of the input, are not known. */
const STATEMENTS: readonly (readonly [EffectVerb, RegExp])[] = [
  ['delete', /^(delete|drop|truncate)\b/i],
  ['update', /^(insert|update|alter|grant|revoke|merge|comment|reindex|vacuum|analyze|refresh|reassign)\b/i],
  ['create', /^(create)\b/i],
  ['read', /^(select|show|explain|values|table|\\[dlz?])/i],
]

export const facts: ToolFacts = {
  saysVersion: ['--version'],
  namesOfReader: true,
  every: {
    effect,
    reads: (line) => flagValues(line, '--file'),
    destinations: (line) => hosts([...flagValues(line, '--host'), ...remotePaths(positionals(line))]),
    asks: (line) => (hasFlag(line, '--password') ? { instead: 'person', terminal: true } : undefined),
  },
}

/** The most that any statement of `-c` does, of those that are known. */
function effect(line: CommandLine): EffectVerb | undefined {
  const statements = flagValues(line, '--command').flatMap(({ text }) =>
    (text ?? '?').split(';').map((one) => one.trim()),
  )
  const verbs = statements
    .filter((statement) => statement !== '')
    .map((statement) => STATEMENTS.find(([, pattern]) => pattern.test(statement))?.[0])
  if (hasFlag(line, '--list') && verbs.length === 0) return 'read'
  return STATEMENTS.map(([verb]) => verb).find((verb) => verbs.includes(verb))
}

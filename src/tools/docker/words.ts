import type { CommandFacts } from '../facts/model.ts'
import type { Named, ResourceKind } from '../facts/names.ts'
import type { Sweep } from '../facts/terminal.ts'
import { type CommandLine, hasFlag, type LineWord, positionals } from '../match/line.ts'
import { filtersOf } from './filters.ts'

/** The first of the words a command works on. */
export const first = (line: CommandLine): LineWord | undefined => positionals(line)[0]

export const named = (kind: ResourceKind, role: Named['role'], words: readonly LineWord[]): Named[] =>
  words.map((word) => ({ kind, role, word }))

/** A deletion of what another command lists: `docker rm $(docker ps -aq)`. */
export const listed =
  (shortest: string) =>
  ({ words, match }: CommandLine): Sweep | undefined =>
    words.some(({ word }) => /^"?\$\(\s*docker\b/.test(word.text))
      ? { shown: `docker ${match?.subcommand ?? shortest} $(…)` }
      : undefined

/** A command that deletes all that nothing uses, by its shortest name; it asks first. */
export const prune = (shortest: string): CommandFacts => ({
  effect: 'delete',
  asks: (line) => (hasFlag(line, '--force') ? undefined : { instead: { add: '--force', effect: 'delete' } }),
  filters: filtersOf(shortest),
  sweep: (line) => sweepOf(shortest, line),
})

/** Without `--all`, images and containers that something uses stay. */
function sweepOf(shortest: string, line: CommandLine): Sweep | undefined {
  const sweep = { shown: `docker ${line.match?.subcommand ?? shortest}` }
  if (/^(system|volume) prune$/.test(shortest)) return sweep
  if (hasFlag(line, '--filter')) return undefined
  if (hasFlag(line, '--all')) return sweep
  return shortest === 'container prune' ? { ...sweep, fineOnServer: true } : undefined
}

import { matchCommand } from '#tools/match/match.ts'
import type { Grammar } from '#tools/match/model.ts'
import type { Match } from '#tools/match/reading.ts'
import type { GrammarWord } from '#tools/match/word.ts'

/** `docker-compose up` as `docker compose up` is read; that it is gone is a rule's to say. */
export function composeOneMatch(docker: Grammar | undefined, words: readonly GrammarWord[]): Match | undefined {
  if (!docker) return undefined
  const match = matchCommand(docker, [{ value: 'compose' }, ...words])
  const flags = match.flags.map((use) => ({ ...use, index: use.index - 1 }))
  const positionals = match.positionals.map((one) => ({ ...one, index: one.index - 1 }))
  const rest = match.rest === undefined ? {} : { rest: match.rest - 1 }
  return { ...match, ...rest, flags, positionals, problems: [] }
}

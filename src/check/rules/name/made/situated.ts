import { isRunbook, type Page } from '#document/model.ts'
import { type PageProcedure, proceduresOf } from '#document/procedure.ts'

/** Steps of a page, by id, that every procedure they are of runs after some situation. */
export function situatedSteps(page: Page): ReadonlySet<string> {
  if (!isRunbook(page)) return new Set()
  const all = proceduresOf(page)
  const bare = new Set(all.filter((one) => !isSituated(one, all)).flatMap(({ steps }) => steps))
  return new Set(all.flatMap(({ steps }) => steps).filter((step) => !bare.has(step)))
}

/** A situation came before it, or before a procedure whose end it starts from. */
function isSituated({ situation, after }: PageProcedure, all: readonly PageProcedure[]): boolean {
  if (situation !== undefined || after === undefined) return situation !== undefined
  const rest = all.filter(({ id }) => id !== after)
  const before = all.find(({ id }) => id === after)
  return before !== undefined && isSituated(before, rest)
}

/** Whether each word of a name is one of the world's files. */
export const isOfWorld = (name: string, world: ReadonlySet<string>): boolean =>
  (name.match(/[A-Za-z]{3,}|\d{2,}/g) ?? []).every((word) => world.has(word))

import { suggest } from '#schema/spelling.ts'

/** The known name one that is not was meant to be: misspelt, or a part of a longer one. */
export const nearest = (name: string, known: readonly string[]): string | undefined =>
  suggest(name, known) ?? known.find((one) => one.includes(name))

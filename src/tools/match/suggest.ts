import { closest, distance } from 'fastest-levenshtein'
import { onlyNeighbour } from '#schema/spelling.ts'

/** The candidate nearest to a word, when it is near enough to be what was meant. */
export const suggest = (word: string, candidates: readonly string[]): string | undefined => {
  if (candidates.length === 0) return undefined
  const nearest = closest(word, candidates)
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3)) ? nearest : undefined
}

/** Fewer letters than these say too little of what was meant. */
const LEAST = 4

/** What a word was meant to be beyond doubt, if anything: `{ certain: '--region' }` for `--regoin`. `build:` is prose. */
export const certainly = (word: string, candidates: readonly string[]): { certain?: string } => {
  const letters = /^-*([a-z][a-z\d-]*)$/i.exec(word)?.[1] ?? ''
  const meant = letters.length < LEAST ? undefined : onlyNeighbour(word, candidates)
  return meant === undefined ? {} : { certain: meant }
}

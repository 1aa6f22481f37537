import { closest, distance } from 'fastest-levenshtein'

/** The candidate nearest to a word, when it is near enough to be what was meant. */
export const suggest = (word: string, candidates: readonly string[]): string | undefined => {
  if (candidates.length === 0) return undefined
  const nearest = closest(word, candidates)
  return distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3)) ? nearest : undefined
}

import { distance } from 'fastest-levenshtein'

/** The candidate a misspelt word most likely meant, or undefined when none is close. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.ceil(Math.min(word.length, 60) / 3)) + 1
  if (word.length > 200) return undefined
  for (const candidate of candidates) {
    const far = Math.abs(candidate.length - word.length) >= least ? least : distance(word, candidate)
    if (far < least && candidate !== word) {
      least = far
      best = candidate
    }
  }
  return best
}

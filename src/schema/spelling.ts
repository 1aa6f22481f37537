import { distance } from 'fastest-levenshtein'

/** Longer words are no slips: what they were meant to be would take long to find, and to read. */
const LONGEST = 200

/**
 * The candidate a misspelt word most likely meant, or undefined when none is near. Near is a third of its letters
 * changed, rounded up: of three letters one, as with two nothing is left of them; of four two. Two letters swapped are
 * one change. Of several, the first of the nearest.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.ceil(Math.min(word.length, 60) / 3)) + 1
  if (word.length > LONGEST) return undefined
  for (const candidate of candidates) {
    const isFar = candidate === word || Math.abs(candidate.length - word.length) >= least
    const changes = isFar ? least : slipBetween(word, candidate) ? 1 : distance(word, candidate)
    if (changes < least) {
      least = changes
      best = candidate
    }
  }
  return best
}

/** Fewer letters than these say too little of what was meant. */
const LEAST = 4

/** What a word was meant to be beyond doubt, if anything: `{ certain: '--region' }` for `--regoin`. `build:` is prose. */
export const certainly = (word: string, candidates: readonly string[]): { certain?: string } => {
  const letters = /^-*([a-z][a-z\d-]*)$/i.exec(word)?.[1] ?? ''
  const meant = letters.length < LEAST ? undefined : onlyNeighbour(word, candidates)
  return meant === undefined ? {} : { certain: meant }
}

/** The one candidate a single slip of the hand away from a word. Undefined when there is none, or more than one. */
export function onlyNeighbour(word: string, candidates: Iterable<string>): string | undefined {
  const near = [...new Set(candidates)].filter((candidate) => slipBetween(word, candidate))
  return near.length === 1 ? near[0] : undefined
}

/** A single slip of the hand, and the first letter it shows at. */
export interface Slip {
  /** Two neighbours swapped, a letter hit instead of another, one left out, or one too many. */
  kind: 'swapped' | 'changed' | 'missing' | 'extra'
  at: number
}

/** How a word came of the one that was meant, if a single slip of the hand explains it. */
export function slipBetween(word: string, meant: string): Slip | undefined {
  if (word === meant || Math.abs(word.length - meant.length) > 1) return undefined
  let at = 0
  while (word[at] === meant[at] && at < word.length && at < meant.length) at += 1
  const same = (wordFrom: number, meantFrom: number) => word.slice(at + wordFrom) === meant.slice(at + meantFrom)
  if (word.length < meant.length) return same(0, 1) ? { kind: 'missing', at } : undefined
  if (word.length > meant.length) return same(1, 0) ? { kind: 'extra', at } : undefined
  if (word[at] === meant[at + 1] && word[at + 1] === meant[at] && same(2, 2)) return { kind: 'swapped', at }
  return same(1, 1) ? { kind: 'changed', at } : undefined
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Whether two letters stand side by side on a keyboard. */
export const areBeside = (one: string, other: string): boolean =>
  ROWS.some(
    (keys) => keys.includes(one) && keys.includes(other) && Math.abs(keys.indexOf(one) - keys.indexOf(other)) === 1,
  )

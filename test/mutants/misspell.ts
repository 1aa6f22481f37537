import { fractionOf, pickFor } from './hash.ts'

/** The word with one slip of the fingers: two letters swapped, one left out, doubled or hit beside. A number becomes the next. */
export function misspell(word: string): string {
  if (/^\d+$/.test(word)) return String(Number(word) + 1)
  const slips = SLIPS.map((slip) => slip(word)).filter((slipped) => slipped !== undefined && slipped !== word)
  // Half of the slips that people make are swaps.
  const [swapped] = slips
  if (swapped !== undefined && fractionOf(`${word} swap`) < 0.5) return swapped
  return pickFor(`${word} slip`, slips) ?? word.replace(/[a-z]/i, beside)
}

const SLIPS: readonly ((word: string) => string | undefined)[] = [
  (word) => atLetter(word, (letter, next) => (next !== '' && next !== letter ? next + letter : undefined), 2),
  (word) => (word.length > 4 ? atLetter(word, () => '', 1) : undefined),
  (word) => (word.length > 3 ? atLetter(word, (letter) => letter + letter, 1) : undefined),
  (word) => (word.length > 4 ? atLetter(word, beside, 1) : undefined),
]

/** The word with something else at one of its letters, not the first nor the last. */
function atLetter(word: string, change: (letter: string, next: string) => string | undefined, width: number) {
  const places = [...word].flatMap((letter, at) => {
    const next = word[at + 1] ?? ''
    const inside = at > 0 && /[a-z]/i.test(letter) && /[a-z]/i.test(next)
    return inside && change(letter, next) !== undefined ? [at] : []
  })
  const at = pickFor(word, places)
  return at === undefined
    ? undefined
    : word.slice(0, at) + change(word[at] ?? '', word[at + 1] ?? '') + word.slice(at + width)
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** The letter beside one on a keyboard. */
function beside(letter: string): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? ''
  const at = row.indexOf(letter.toLowerCase())
  return row[at + 1] ?? row[at - 1] ?? 'x'
}

const SEED = 20_261_121

/** A number from 0 up to 1 that belongs to a text: the same on every machine, and for any other text another. */
export function fractionOf(text: string): number {
  let hash = SEED
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
    hash = (hash ^ (hash >>> 13)) >>> 0
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** One of some values, always the same for the same text. */
export const pickFor = <Value>(text: string, values: readonly Value[]): Value | undefined =>
  values[Math.floor(fractionOf(text) * values.length)]

/** Base64 (RFC 4648): either alphabet. */
export const BASE64 = { bits: 6, alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/' } as const

/** Base32 (RFC 4648). */
export const BASE32 = { bits: 5, alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567' } as const

export type BitEncoding = typeof BASE64 | typeof BASE32

/** How many bytes before a value change how it is encoded: 0, 1 and 2 for base64. */
export const shiftsOf = ({ bits }: BitEncoding): number[] => (bits === 6 ? [0, 1, 2] : [0, 1, 2, 3, 4])

/**
 * Characters that encode some bytes after `shift` others, whatever those are: in each place all that may stand there.
 * More than one in the first and last places, where some of the bits are of what stands before or after.
 */
export function encodedPlaces(bytes: Uint8Array, shift: number, { bits, alphabet }: BitEncoding): string[] {
  const start = shift * 8
  const end = start + bytes.length * 8
  const places: string[] = []
  for (let from = start - (start % bits); from < end; from += bits) {
    let fitting = ['']
    for (let at = from; at < from + bits; at++) {
      const known = at < start || at >= end ? ['0', '1'] : [bitAt(bytes, at - start)]
      fitting = fitting.flatMap((value) => known.map((bit) => value + bit))
    }
    places.push(fitting.map((value) => alphabet[Number.parseInt(value, 2)]).join(''))
  }
  return places
}

const bitAt = (bytes: Uint8Array, at: number): string => `${((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1}`

/** The part of it that is the same wherever it stands. */
export const certainPart = (places: readonly string[]): string => places.filter(({ length }) => length === 1).join('')

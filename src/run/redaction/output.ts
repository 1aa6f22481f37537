import type { OutputStream } from '#schema/shell.ts'
import { type Beginnings, createScanner, type Found, type Scanner } from './scanner.ts'
import { hide, type Stretch, together } from './stretches.ts'

/** A part of what a step prints. */
export interface Piece {
  stream: OutputStream
  chunk: string
}

/** What a step prints on both streams, without secrets, in the order it came. */
export interface OutputFilter {
  /** Takes what was printed; gives what may be shown by now. What may be the start of a secret has to wait. */
  push(stream: OutputStream, chunk: string): Piece[]
  /** After a pause: gives what waits, but for what is too much like a secret to be none. */
  release(): Piece[]
  /** At the end: gives all that is left. */
  flush(): Piece[]
}

/**
 * Looks for secrets in each stream, and in both as they came: they meet on one screen. Offsets are of the text that
 * both streams make up.
 */
export function createOutputFilter(beginnings: Beginnings, mask: string): OutputFilter {
  const both = createScanner(beginnings)
  const streams = new Map<OutputStream, StreamScanner>()
  const printed: (Piece & { start: number })[] = []
  let stretches: Stretch[] = []
  let length = 0
  let shown = 0
  let hiddenTo = -1

  const look = (stream: OutputStream, chunk: string) => {
    if (!streams.has(stream)) {
      // Until a second stream comes, the first is all there is.
      if (streams.size === 1) for (const first of streams.values()) first.scanner ??= both.copy()
      streams.set(stream, createStreamScanner(streams.size === 0 ? undefined : createScanner(beginnings)))
    }
    const own = streams.get(stream)?.push(chunk, length) ?? []
    const found = both.push(chunk).map((one) => ({ ...one, marked: true }))
    stretches = together([...stretches, ...[...found, ...own].flatMap(notShown)])
  }

  /** The part of a stretch that is not shown yet; no second mask for one that is. */
  const notShown = (one: Stretch & Partial<Found>) => {
    if (one.end <= shown) return []
    const start = Math.max(one.start, shown)
    return [{ ...one, start, marked: one.marked && !(start === shown && hiddenTo === shown && one.start < shown) }]
  }

  const take = (wanted: number): Piece[] => {
    const cutting = stretches.find(({ start, end }) => start < wanted && wanted < end)
    const to = Math.max(shown, cutting?.start ?? wanted)
    const pieces = printed.flatMap(({ stream, chunk, start }): Piece[] => {
      const moved = stretches.map((one) => ({ ...one, start: one.start - start, end: one.end - start }))
      const range = { from: Math.max(shown - start, 0), to: Math.min(to - start, chunk.length) }
      return range.to <= range.from ? [] : [{ stream, chunk: hide(chunk, { stretches: moved, ...range, mask }) }]
    })
    hiddenTo = stretches.findLast(({ end }) => end <= to)?.end ?? hiddenTo
    shown = to
    stretches = stretches.filter(({ end }) => end > shown)
    while (printed[0] && printed[0].start + printed[0].chunk.length <= shown) printed.shift()
    return pieces.filter(({ chunk }) => chunk !== '')
  }

  return {
    push(stream, chunk) {
      look(stream, chunk)
      printed.push({ stream, chunk, start: length })
      length += chunk.length
      return take(Math.min(both.undecided(), ...[...streams.values()].map(({ undecided }) => undecided())))
    },
    release: () => take(Math.min(both.likely(), ...[...streams.values()].map(({ likely }) => likely()))),
    flush: () => take(length),
  }
}

interface StreamScanner {
  /** None while the stream is all there is. */
  scanner: Scanner | undefined
  push(chunk: string, start: number): (Stretch & Partial<Found>)[]
  undecided(): number
  likely(): number
}

/** Looks through one stream, and tells where what it finds is in the text of both. */
function createStreamScanner(scanner: Scanner | undefined): StreamScanner {
  const parts: { own: number; start: number; length: number }[] = []
  let length = 0
  const placeOf = (at: number) => {
    const part = parts.find(({ own, length }) => at >= own && at < own + length)
    return part ? part.start + at - part.own : Number.POSITIVE_INFINITY
  }
  const self: StreamScanner = {
    scanner,
    push(chunk, start) {
      const last = parts.at(-1)
      if (last && last.start + last.length === start) last.length += chunk.length
      else parts.push({ own: length, start, length: chunk.length })
      length += chunk.length
      return (self.scanner?.push(chunk) ?? []).flatMap((found) => placesOf(found, parts))
    },
    undecided: () => (self.scanner ? placeOf(self.scanner.undecided()) : Number.POSITIVE_INFINITY),
    likely: () => (self.scanner ? placeOf(self.scanner.likely()) : Number.POSITIVE_INFINITY),
  }
  return self
}

/** What was found in one stream, where it is among both: in several places when the other printed meanwhile. */
function placesOf(
  { start, end, continues }: Found,
  parts: readonly { own: number; start: number; length: number }[],
): (Stretch & Partial<Found>)[] {
  const places = parts.flatMap((part) => {
    const from = Math.max(start, part.own)
    const to = Math.min(end, part.own + part.length)
    const move = part.start - part.own
    return from < to ? [{ start: from + move, end: to + move }] : []
  })
  return places.map((place, index) => ({ ...place, marked: index === 0, ...(index === 0 && { continues }) }))
}

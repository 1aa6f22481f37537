import type { Stretch } from './ranges.ts'
import { type Beginnings, continuations, createScanner, type Found } from './scanner.ts'

/** A stretch that was found. */
export type FoundStretch = Stretch & Partial<Found>

/** Looks through what comes on one stream. Offsets are of the text of both streams. */
export interface StreamScanner {
  /** Takes what comes next, at `start`; gives the secrets that end in it. */
  push(chunk: string, start: number): FoundStretch[]
  /** Secrets that begin at the end of this stream and go on in another, wherever that is: which came first is not known. */
  goingOnIn(other: StreamScanner): FoundStretch[]
  undecided(): number
  likely(): number
  /** What is not forgotten yet. */
  parts(): readonly Part[]
  /** Forgets what lies before. */
  forget(shown: number): void
}

type Span = Pick<Found, 'start' | 'end'>

/** A piece of one stream: where it is in that stream, and in the text of both. */
interface Part {
  own: number
  start: number
  text: string
}

/** A scanner for the start of a stream. */
export function createStreamScanner(beginnings: Beginnings): StreamScanner {
  const scanner = createScanner(beginnings)
  let parts: Part[] = []
  let length = 0
  const placeOf = (at: number) => {
    const part = parts.find(({ own, text }) => at >= own && at < own + text.length)
    return part ? part.start + at - part.own : Number.POSITIVE_INFINITY
  }
  return {
    push(text, start) {
      parts.push({ own: length, start, text })
      length += text.length
      return scanner.push(text).flatMap((found) => placesOf(found, parts))
    },
    goingOnIn(other) {
      const rest = other.parts()
      const text = rest.map((part) => part.text).join('')
      const first = rest[0]?.own ?? 0
      const places = ({ start, end }: Span) => placesOf({ start: start + first, end: end + first }, rest)
      return scanner
        .broken()
        .flatMap((one) => continuations(one, text).flatMap((span) => [...placesOf(one, parts), ...places(span)]))
    },
    undecided: () => placeOf(scanner.undecided()),
    likely: () => placeOf(scanner.likely()),
    parts: () => parts,
    forget(shown) {
      scanner.forget(parts.find(({ start, text }) => start + text.length > shown)?.own ?? length)
      parts = parts.filter(
        ({ own, start, text }) => start + text.length > shown || own + text.length > scanner.undecided(),
      )
    },
  }
}

/** Where a stretch of one stream is among both: in several places when the other printed meanwhile. A mask stands in the first. */
function placesOf({ start, end, continues }: Span & Partial<Found>, parts: readonly Part[]): FoundStretch[] {
  const places = parts.flatMap((part) => {
    const from = Math.max(start, part.own)
    const to = Math.min(end, part.own + part.text.length)
    const move = part.start - part.own
    return from < to ? [{ start: from + move, end: to + move }] : []
  })
  return places.map((place, index) => ({ ...place, marked: index === 0, continues: index > 0 || (continues ?? false) }))
}

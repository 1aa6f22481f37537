import type { OutputStream } from '#schema/shell.ts'
import { hide, type Stretch, together } from './ranges.ts'
import { type Beginnings, createScanner } from './scanner.ts'
import { createStreamScanner, type FoundStretch } from './stream.ts'

/** A part of what a step prints. */
export interface Piece {
  stream: OutputStream
  chunk: string
}

/** What a step prints on both streams, without secrets, in the order it came. */
export interface OutputFilter {
  /** Takes what was printed. */
  push(stream: OutputStream, chunk: string): void
  /** Gives what may be shown once both streams have been read: what may be the start of a secret has to wait. */
  settle(): Piece[]
  /** After a pause: gives what waits, but for what is too much like a secret to be none. */
  release(): Piece[]
  /** At the end: gives all that is left. */
  flush(): Piece[]
}

/**
 * Looks for secrets in each stream, and across both as they meet on one screen: where one goes on after the other, and
 * where one begins on a stream and goes on on the other, whichever was read first. Offsets are of the text of both.
 */
export function createOutputFilter(beginnings: Beginnings, mask: string): OutputFilter {
  const both = createScanner(beginnings)
  const streams = { stdout: createStreamScanner(beginnings), stderr: createStreamScanner(beginnings) }
  const { stdout, stderr } = streams
  const printed: (Piece & { start: number })[] = []
  let stretches: Stretch[] = []
  let length = 0
  let shown = 0
  let hiddenTo = -1

  /** The part of a stretch that is not shown yet; no second mask for one that is. */
  const notShown = (one: FoundStretch) => {
    if (one.end <= shown) return []
    const start = Math.max(one.start, shown)
    return [{ ...one, start, marked: one.marked && !(start === shown && hiddenTo === shown && one.start < shown) }]
  }
  const add = (found: readonly FoundStretch[]) => {
    if (found.length > 0) stretches = together([...stretches, ...found.flatMap(notShown)])
  }

  const take = (wanted: number): Piece[] => {
    add([...stdout.goingOnIn(stderr), ...stderr.goingOnIn(stdout)])
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
    for (const one of [stdout, stderr]) one.forget(shown)
    return pieces.filter(({ chunk }) => chunk !== '')
  }

  return {
    push(stream, chunk) {
      add([...streams[stream].push(chunk, length), ...both.push(chunk).map((one) => ({ ...one, marked: true }))])
      printed.push({ stream, chunk, start: length })
      length += chunk.length
    },
    settle: () => take(Math.min(both.undecided(), stdout.undecided(), stderr.undecided())),
    release: () => take(Math.min(both.likely(), stdout.likely(), stderr.likely())),
    flush: () => take(length),
  }
}

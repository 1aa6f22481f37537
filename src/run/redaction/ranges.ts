import type { Found } from './scanner.ts'

/** A stretch to hide: offsets, `end` exclusive. */
export interface Stretch {
  start: number
  end: number
  /** A mask stands for it; else the one before it does. */
  marked: boolean
}

/** Stretches that are in order and apart: what overlaps is one, and so is what goes on from another. */
export function together(stretches: readonly (Stretch & Partial<Found>)[]): Stretch[] {
  const merged: Stretch[] = []
  for (const { start, end, marked, continues } of stretches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && (start < last.end || (continues && start === last.end))) {
      last.end = Math.max(last.end, end)
      last.marked ||= marked
    } else merged.push({ start, end, marked })
  }
  return merged
}

/** Part of a text with stretches hidden; `from` and `to` are offsets, like those of the stretches. */
export function hide(
  text: string,
  {
    stretches,
    from = 0,
    to = text.length,
    mask,
  }: { stretches: readonly Stretch[]; from?: number; to?: number; mask: string },
): string {
  let shown = ''
  let at = from
  for (const { start, end, marked } of stretches) {
    if (end <= at || start >= to) continue
    shown += text.slice(at, Math.max(at, start))
    if (marked && start >= from) shown += mask
    at = Math.min(end, to)
  }
  return shown + text.slice(at, to)
}

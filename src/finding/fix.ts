import type { Place } from '#schema/place.ts'

/** Text to put in place of a stretch of a file. */
export interface Edit {
  place: Place
  text: string
}

/** How a finding is fixed without anyone deciding: edits that belong together, or a file written anew from its pages. */
export type Fix = { edits: readonly Edit[] } | { generated: string }

/** The edits of a fix; none for what is generated. */
export const editsIn = (fix: Fix | undefined): readonly Edit[] => (fix && 'edits' in fix ? fix.edits : [])

/** A text with edits made, all of them into that text. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const last = edits.toSorted((a, b) => b.place.start.offset - a.place.start.offset)
  return last.reduce(
    (result, { place: { start, end }, text: put }) => result.slice(0, start.offset) + put + result.slice(end.offset),
    text,
  )
}

/** Whether two edits touch the same characters, or the same point. */
export function overlap(a: Edit, b: Edit): boolean {
  if (a.place.file !== b.place.file) return false
  const [from, to] = [a.place.start.offset, a.place.end.offset]
  const [start, end] = [b.place.start.offset, b.place.end.offset]
  return from === start || (from < end && start < to)
}

/** Whether two edits are one: twins of a page may carry the same. */
export const sameEdit = (a: Edit, b: Edit): boolean =>
  a.text === b.text &&
  a.place.file === b.place.file &&
  a.place.start.offset === b.place.start.offset &&
  a.place.end.offset === b.place.end.offset

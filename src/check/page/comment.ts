import { type Page, placeIn } from '#document/model.ts'
import type { Place } from '#schema/place.ts'
import type { BashBlock } from './call.ts'

/** A comment of a block, without its `#`, a list number and the spaces around. */
export interface Comment {
  text: string
  start: number
  end: number
  /** A command stands before it on its line. */
  trailing: boolean
}

/** The comments of a block, in order. */
export function commentsOf({ script, text }: BashBlock): Comment[] {
  return script.comments.map(({ start, end }) => {
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    const words = text.slice(start, end).replace(/^#+\s*(?:\d+[.)]\s*)?/, '')
    return { text: words.trim(), start, end, trailing: line.trim() !== '' }
  })
}

export const placeOfComment = (page: Page, block: BashBlock, { start, end }: Comment): Place =>
  placeIn(page, block, start, end)

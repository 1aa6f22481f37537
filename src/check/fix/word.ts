import type { Fix } from '#finding/fix.ts'
import { type Call, type CallWord, placeOfWord } from '../page/call.ts'

/** Puts one text for another at the start of a word, where the page has that very text in its place. */
export function respelling(
  call: Call,
  at: CallWord | undefined,
  found: string,
  meant: string | undefined,
): Fix | undefined {
  if (!at || meant === undefined || !at.word.text.startsWith(found)) return undefined
  const { start } = at.word
  const place = placeOfWord(call, { start, end: start + found.length })
  const onPage = call.page.source.slice(place.start.offset, place.end.offset)
  return onPage === found ? { edits: [{ place, text: meant }] } : undefined
}

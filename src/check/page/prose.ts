import type { Page } from '#document/model.ts'
import { placeOf, sourceOf } from '#document/source.ts'
import type { Place } from '#schema/place.ts'

/** Places of a page's text by offsets into it, header included; undefined inside a block or a code span, which are no prose. */
export function prosePlaces(page: Page): (start: number, end: number) => Place | undefined {
  const source = sourceOf(page.file, page.source)
  const fences = page.blocks.map(
    ({ place, text, pointAt }) => [place.start.offset, pointAt(text.length).offset] as const,
  )
  const spans = [...page.source.matchAll(CODE_SPAN)].map(({ index, 0: text }) => [index, index + text.length] as const)
  const code = [...fences, ...spans]
  return (start, end) =>
    code.some(([from, to]) => start >= from && start <= to) ? undefined : placeOf(source, start, end)
}

const CODE_SPAN = /(?<!`)`[^`\n]+`(?!`)/g

import type { Locale } from '#schema/locale.ts'
import { text } from '../texts.ts'
import { place } from './layout.ts'
import type { Picture } from './picture.ts'
import { escaped, svgOf } from './svg.ts'
import { DIAGRAM_TEXTS as T } from './texts.ts'

/** Pixels there are for a picture in the column of a wide screen and on a phone. */
export const WIDTHS = { wide: 736, phone: 356 } as const

/** What a picture says, in words: a list with its heading. HTML. */
export interface Listed {
  heading: string
  items: readonly string[]
  ordered: boolean
}

/**
 * A picture as HTML: drawn for a wide column and for a phone, of which the browser shows one, and in words below.
 * One drawing does where it fits a phone as it is.
 */
export function figureOf(picture: Picture, { listed, locale }: { listed: readonly Listed[]; locale: Locale }): string {
  const { id, title, boxes, arrows } = picture
  const description = text(T.description, locale, { boxes: boxes.length, arrows: arrows.length })
  const wide = place(picture, WIDTHS.wide)
  const draw = (name: string, placed: typeof wide) =>
    `<div class="${name}" data-pagefind-ignore>${svgOf(placed, { id: `${id}-${name}`, title, description })}</div>`
  const drawn =
    wide.width <= WIDTHS.phone ? draw('only', wide) : draw('wide', wide) + draw('phone', place(picture, WIDTHS.phone))
  const words = listed.map(({ heading, items, ordered }) => {
    const list = ordered ? 'ol' : 'ul'
    return `<p>${escaped(heading)}</p><${list}>${items.map((item) => `<li>${item}</li>`).join('')}</${list}>`
  })
  const details = `<details><summary>${T.inWords[locale]}</summary>${words.join('')}</details>`
  return `<figure class="diagram not-content">${drawn}<figcaption>${escaped(title)}</figcaption>${details}</figure>`
}

import type { Diagram } from '#document/diagram/schema.ts'
import type { Locale } from '#schema/locale.ts'
import { text } from '../texts.ts'
import { figureOf, type Listed } from './figure.ts'
import type { Picture } from './picture.ts'
import { escaped } from './svg.ts'
import { DIAGRAM_TEXTS as T } from './texts.ts'

/** The diagram of a system as HTML in one language. `id` is unique on its page. */
export function systemFigure(diagram: Diagram, { id, locale }: { id: string; locale: Locale }): string {
  return figureOf(pictureOf(diagram, { id, locale }), { listed: wordsOf(diagram, locale), locale })
}

/** What is drawn of a diagram in one language. */
export function pictureOf(
  { title, places, parts, ways }: Diagram,
  { id, locale }: { id: string; locale: Locale },
): Picture {
  return {
    id,
    title: title[locale],
    frames: Object.entries(places).map(([place, { name }]) => ({ id: place, name: name[locale] })),
    boxes: Object.entries(parts).map(([part, { name, kind, place, resource, note }]) => ({
      id: part,
      kind,
      name: name[locale],
      lines: [
        ...(resource === undefined ? [] : [{ text: resource, code: true }]),
        ...(note ? [{ text: note[locale], code: false }] : []),
      ],
      ...(place !== undefined && { frame: place }),
    })),
    arrows: ways.map(({ from, to, says, port, seldom }) => ({
      from,
      to,
      label: [
        ...(says ? [{ text: says[locale], code: false }] : []),
        ...(port === undefined ? [] : [{ text: port, code: true }]),
      ],
      dashed: seldom !== undefined,
    })),
  }
}

/** The same in words: what each part is and where, and who reaches whom. */
function wordsOf({ places, parts, ways }: Diagram, locale: Locale): Listed[] {
  const described = Object.values(parts).map(({ name, place, resource, note }) => {
    const home = place === undefined ? undefined : places[place]?.name[locale]
    const said = [
      resource && `<code>${escaped(resource)}</code>`,
      home && escaped(text(T.inPlace, locale, { place: home })),
      note && escaped(note[locale]),
    ].filter(Boolean)
    return [escaped(name[locale]), said.join(', ')].filter(Boolean).join(': ')
  })
  const connected = ways.map(({ from, to, says, port, seldom }) => {
    const [start, end] = [from, to].map((part) => parts[part]?.name[locale] ?? part) as [string, string]
    const said = [
      says && escaped(says[locale]),
      port && `<code>${escaped(port)}</code>`,
      seldom && !says && T.seldom[locale],
    ].filter(Boolean)
    return [escaped(text(T.fromTo, locale, { from: start, to: end })), said.join(', ')].filter(Boolean).join(': ')
  })
  return [
    { heading: T.parts[locale], items: described, ordered: false },
    { heading: T.ways[locale], items: connected, ordered: false },
  ]
}

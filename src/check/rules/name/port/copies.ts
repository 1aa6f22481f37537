import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import type { Place } from '#schema/place.ts'
import { namePortDiffers } from './differs.ts'

/** A container of an image that is published from another port inside than the page's other containers of that image, all of one port. */
export const portOfCopies = pageRule([namePortDiffers], ({ calls }) => {
  const copies = calls.flatMap(copiesOf)
  return [...Map.groupBy(copies, ({ image }) => image).values()].flatMap((same): Finding[] => {
    const ports = [...Map.groupBy(same, ({ inside }) => inside).values()].toSorted((a, b) => b.length - a.length)
    const [[usual] = [], [odd, ...more] = []] = ports
    if (!usual || !odd || more.length > 0 || ports.length > 2 || same.length < 3) return []
    return [namePortDiffers.at(odd.place, { found: odd.inside, expected: usual.inside, line: usual.place.start.line })]
  })
})

interface Copy {
  image: string
  inside: string
  place: Place
}

/** The ports a `docker run` publishes, with the image as it is written. One that publishes several says nothing of which is which. */
function copiesOf(call: Call): Copy[] {
  const [image] = ask(call, 'container') ? (ask(call, 'images') ?? []) : []
  const [port, ...more] = ask(call, 'ports') ?? []
  if (!image || !port || more.length > 0 || !/^\d+$/.test(port.inside ?? '')) return []
  return [{ image: image.text ?? '', inside: port.inside as string, place: placeOfWord(call, port.word.word) }]
}

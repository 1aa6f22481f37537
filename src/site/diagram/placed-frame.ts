import { type Area, FRAME, type PlacedArrow, type PlacedFrame } from './placed.ts'
import { widthOf } from './text.ts'

/** What a frame goes around: from `top` to `bottom`, and all of the picture's width. */
interface Around {
  name: string
  top: number
  bottom: number
  x: number
  width: number
}

/** A frame with room for its name, which stands where no arrow comes in. */
export function frameAround({ name, top, bottom, x, width }: Around, arrows: readonly PlacedArrow[]): PlacedFrame {
  const height = bottom - top + FRAME.top + FRAME.bottom
  const area = { x, width, y: (top + bottom - FRAME.top + FRAME.bottom) / 2, height }
  return { ...area, name: { text: name, anchor: freeCorner(area, name, arrows) } }
}

/** The upper left corner, unless only the right one is free of arrows. */
function freeCorner({ x, y, width, height }: Area, name: string, arrows: readonly PlacedArrow[]): 'start' | 'end' {
  const top = y - height / 2
  const length = widthOf(name, 'note') + 20
  const isNear = (one: { y: number; height?: number }) =>
    one.y + (one.height ?? 0) / 2 > top - 4 && one.y - (one.height ?? 0) / 2 < top + FRAME.top + 8
  const near = arrows.flatMap(({ points, label }) => [
    ...points.filter(isNear).map((point) => ({ x: point.x, width: 0 })),
    ...(label && isNear(label) ? [label] : []),
  ])
  const crosses = (from: number) =>
    near.some((one) => one.x + one.width / 2 > from && one.x - one.width / 2 < from + length)
  return crosses(x - width / 2) && !crosses(x + width / 2 - length) ? 'end' : 'start'
}

import type { Placed, Point } from './placed.ts'

type Segment = readonly [Point, Point]

/** How often the arrows of a picture cross one another. */
export function crossings({ arrows }: Pick<Placed, 'arrows'>): number {
  const lines = arrows.map(({ points }) =>
    points.slice(1).map((point, index): Segment => [points[index] ?? point, point]),
  )
  return lines.reduce(
    (sum, line, index) => sum + lines.slice(index + 1).reduce((own, other) => own + between(line, other), 0),
    0,
  )
}

const between = (some: readonly Segment[], others: readonly Segment[]) =>
  some.reduce((sum, one) => sum + others.filter((other) => cross(one, other)).length, 0)

/** Whether two segments cross, ends aside: those may meet at a box. */
function cross([a, b]: Segment, [c, d]: Segment): boolean {
  const side = (from: Point, to: Point, point: Point) =>
    Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

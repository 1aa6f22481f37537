import { crossings } from './crossings.ts'
import { inRows, type Rooms } from './graph.ts'
import type { Picture } from './picture.ts'
import { FRAME, PAD, type Placed, type Point } from './placed.ts'

/** The widest that texts get, in pixels, and the narrowest; and the narrowest of those alone in their row. */
const WIDEST = 200
const NARROWEST = 64
const ALONE = 118

/**
 * A picture in rows from top to bottom, as wide as `limit` pixels lets it be. Boxes of a row share its width; where they do
 * not fit, all get narrower. They stand in the order they are written, unless fewer arrows cross in another.
 */
export function place(picture: Picture, limit: number): Placed {
  const even: Rooms = {
    boxes: new Map(picture.boxes.map(({ id }) => [id, WIDEST])),
    labels: picture.arrows.map(() => WIDEST),
  }
  const written = inRows(picture, even, 'as-written')
  const free = crossings(written) > 0 ? inRows(picture, even, 'any') : written
  const [order, first] =
    crossings(free) < crossings(written) ? (['any', free] as const) : (['as-written', written] as const)
  if (first.width <= limit) return first
  const shared = sharedRooms(picture, first, limit)
  let placed = inRows(picture, shared, order)
  for (let part = 0.9; part > 0.4 && placed.width > limit; part -= 0.1)
    placed = inRows(picture, narrowed(shared, part), order)
  return placed
}

/** What each text may take where the row it is in is as wide as the picture may be. */
function sharedRooms({ boxes }: Picture, placed: Placed, limit: number): Rooms {
  const inRow = (ys: readonly (number | undefined)[]) => Map.groupBy(ys, (y) => Math.round(y ?? -1))
  const rows = inRow(placed.boxes.map(({ y }) => y))
  const labelRows = inRow(placed.arrows.map(({ label }) => label?.y))
  const room = (y: number, row: readonly unknown[] = []) => {
    const passing = placed.arrows.filter(({ points }) => passes(points, y)).length
    const free = limit - 2 * (PAD + FRAME.side) - (row.length - 1) * 12 - passing * 12
    return Math.max(NARROWEST, Math.min(WIDEST, free / Math.max(1, row.length) - 14))
  }
  return {
    boxes: new Map(placed.boxes.map(({ y }, index) => [boxes[index]?.id ?? '', room(y, rows.get(Math.round(y)))])),
    labels: placed.arrows.map(({ label: { y } = { y: -1 } }) => room(y, labelRows.get(Math.round(y)))),
  }
}

/** Whether a line comes from above a row and goes on below it. */
function passes(points: readonly Point[], row: number): boolean {
  const ys = points.map(({ y }) => y)
  return ys.length > 4 && Math.min(...ys) < row - 40 && Math.max(...ys) > row + 40
}

function narrowed({ boxes, labels }: Rooms, part: number): Rooms {
  const narrow = (room: number) => Math.max(room === WIDEST ? ALONE : NARROWEST, room * part)
  return { boxes: new Map([...boxes].map(([id, room]) => [id, narrow(room)])), labels: labels.map(narrow) }
}

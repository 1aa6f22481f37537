import type { Line } from './lines.ts'

/** Pixels from the left and from the top. */
export interface Point {
  x: number
  y: number
}

/** A rectangle by its middle, in pixels. */
export interface Area extends Point {
  width: number
  height: number
}

export interface PlacedFrame extends Area {
  /** In the upper left corner, or in the right one. */
  name: { text: string; anchor: 'start' | 'end' }
}

export interface PlacedBox extends Area {
  kind: string
  lines: readonly Line[]
}

export interface PlacedArrow {
  dashed: boolean
  points: readonly Point[]
  label: (Area & { lines: readonly Line[] }) | undefined
}

/** A picture with the place of everything in it. */
export interface Placed {
  width: number
  height: number
  frames: readonly PlacedFrame[]
  boxes: readonly PlacedBox[]
  arrows: readonly PlacedArrow[]
}

/** Pixels between what is drawn and its border. */
export const PAD = 2
/** What a frame leaves around its parts, and above them for its name. */
export const FRAME = { side: 10, top: 32, bottom: 10 } as const

/** Everything moved so that it begins at the padding, and how large that is. */
export function placedAtOrigin({ frames, boxes, arrows }: Omit<Placed, 'width' | 'height'>): Placed {
  const labels = arrows.flatMap(({ label }) => label ?? [])
  const points = arrows.flatMap((arrow) => arrow.points.map((point) => ({ ...point, width: 0, height: 0 })))
  const { left, right, top, bottom } = boundsOf([...frames, ...boxes, ...labels, ...points])
  const move = <T extends Point>(one: T): T => ({
    ...one,
    x: one.x - left + PAD,
    y: one.y - top + PAD,
  })
  return {
    width: right - left + 2 * PAD,
    height: bottom - top + 2 * PAD,
    frames: frames.map(move),
    boxes: boxes.map(move),
    arrows: arrows.map((arrow) => ({
      ...arrow,
      points: arrow.points.map(move),
      label: arrow.label && move(arrow.label),
    })),
  }
}

/** The borders of all areas together. */
export function boundsOf(areas: readonly Area[]) {
  return {
    left: Math.min(...areas.map(({ x, width }) => x - width / 2)),
    right: Math.max(...areas.map(({ x, width }) => x + width / 2)),
    top: Math.min(...areas.map(({ y, height }) => y - height / 2)),
    bottom: Math.max(...areas.map(({ y, height }) => y + height / 2)),
  }
}

import { Graph, layout, type NodeLabel } from '@dagrejs/dagre'
import { boxLines, type Line, labelLines, sizeOf } from './lines.ts'
import type { Box, Picture } from './picture.ts'
import { boundsOf, FRAME, type Placed, type PlacedArrow, type PlacedBox, type Point, placedAtOrigin } from './placed.ts'
import { frameAround } from './placed-frame.ts'

/** Pixels the texts of a box may take, by its id, and those of an arrow, by its index. */
export interface Rooms {
  boxes: ReadonlyMap<string, number>
  labels: readonly number[]
}

/** Boxes that share a row with many others stand closer together. */
const TIGHT = 130

/** Lays a picture out in rows: the parts of a frame below those of the one before it. */
export function inRows(picture: Picture, { boxes, labels: rooms }: Rooms, order: 'as-written' | 'any'): Placed {
  const tight = Math.min(...boxes.values()) < TIGHT
  const texts = new Map(picture.boxes.map((box) => [box.id, boxLines(box, boxes.get(box.id) ?? TIGHT)]))
  const labels = picture.arrows.map((arrow, index) => labelLines(arrow, rooms[index] ?? TIGHT))
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: tight ? 7 : 28, edgesep: tight ? 7 : 20, ranksep: 24 })
  for (const { id } of picture.boxes) graph.setNode(id, sizeOf(texts.get(id) ?? [], tight ? 9 : 24, 16))
  for (const [index, { from, to }] of picture.arrows.entries()) {
    const lines = labels[index] ?? []
    graph.setEdge(from, to, { ...(lines.length > 0 && sizeOf(lines, 8, 4)), labelpos: 'c' }, String(index))
  }
  const bands = bandsOf(picture.boxes)
  keepApart(bands, picture, graph)
  layout(graph, order === 'as-written' ? { constraints: orderOf(bands) } : {})
  return read(picture, graph, { texts, labels })
}

/** The boxes of each frame, and those between frames, in the order in which the first of each comes. */
function bandsOf(boxes: readonly Box[]): Box[][] {
  const bands: Box[][] = []
  for (const box of boxes) {
    const last = bands.at(-1)
    const own = box.frame === undefined ? last : bands.find((band) => band[0]?.frame === box.frame)
    if (own && own[0]?.frame === box.frame) own.push(box)
    else bands.push([box])
  }
  return bands
}

/** Boxes of a band from left to right as they are written. */
const orderOf = (bands: readonly Box[][]) =>
  bands.flatMap((band) => band.slice(1).map(({ id }, index) => ({ left: band[index]?.id ?? '', right: id })))

/** Puts each band below the one before, with room for the name of its frame. */
function keepApart(bands: readonly Box[][], { arrows }: Picture, graph: Graph): void {
  for (const [index, band] of bands.slice(1).entries()) {
    const above = bands[index] ?? []
    const isIn = (some: readonly Box[], id: string) => some.some((box) => box.id === id)
    const last = above.filter(({ id }) => !arrows.some(({ from, to }) => from === id && isIn(above, to)))
    const first = band.filter(({ id }) => !arrows.some(({ from, to }) => to === id && isIn(band, from)))
    const gap = `gap ${index}`
    graph.setNode(gap, { width: 0, height: 0 })
    for (const { id } of last) graph.setEdge(id, gap, { weight: 0 }, gap)
    for (const { id } of first) graph.setEdge(gap, id, { weight: 0, minlen: band[0]?.frame === undefined ? 1 : 2 }, gap)
  }
}

interface Texts {
  texts: ReadonlyMap<string, readonly Line[]>
  labels: readonly (readonly Line[])[]
}

function read(picture: Picture, graph: Graph, { texts, labels }: Texts): Placed {
  const boxes = picture.boxes.map(({ id, kind, frame }): PlacedBox & { frame?: string } => {
    const { x = 0, y = 0, width, height } = graph.node(id)
    return { kind, lines: texts.get(id) ?? [], x, y, width, height, ...(frame !== undefined && { frame }) }
  })
  const arrows = picture.arrows.map(({ from, to, dashed }, index): PlacedArrow => {
    const { points = [], x, y, width = 0, height = 0 } = graph.edge(from, to, String(index))
    const lines = labels[index] ?? []
    const label = lines.length > 0 && x !== undefined && y !== undefined ? { x, y, width, height, lines } : undefined
    return { dashed, points: docked(points.slice(1, -1), graph.node(from), graph.node(to)), label }
  })
  const { left, right } = boundsOf([...boxes, ...arrows.flatMap(({ label }) => label ?? [])])
  const across = { x: (left + right) / 2, width: right - left + 2 * FRAME.side }
  const frames = picture.frames.map(({ id, name }) => {
    const inside = boundsOf(boxes.filter(({ frame }) => frame === id))
    return frameAround({ ...inside, ...across, name }, arrows)
  })
  return placedAtOrigin({ frames, boxes, arrows })
}

/** A line from the lower side of a box to the upper side of another, or the other way round, through bends. */
function docked(bends: readonly Point[], from: NodeLabel, to: NodeLabel): Point[] {
  const end = ({ x = 0, y = 0, width, height }: NodeLabel, other: NodeLabel, next: Point | undefined): Point => {
    const towards = ((next?.x ?? other.x ?? 0) - x) * 0.3
    const aside = Math.max(-width * 0.35, Math.min(width * 0.35, towards))
    return { x: x + aside, y: y + ((other.y ?? 0) > y ? height : -height) / 2 }
  }
  return [end(from, to, bends[0]), ...bends, end(to, from, bends.at(-1))]
}

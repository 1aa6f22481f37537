import { Graph, layout, type NodeLabel } from '@dagrejs/dagre'
import { boxLines, type Line, labelLines, sizeOf } from './lines.ts'
import type { Arrow, Box, Picture } from './picture.ts'
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
  const bands = bandsOf(picture.boxes)
  const ways = downwards(picture.arrows, bands.flat())
  for (const [index, { above, below }] of ways.entries()) {
    const lines = labels[index] ?? []
    graph.setEdge(above, below, { ...(lines.length > 0 && sizeOf(lines, 8, 4)), labelpos: 'c' }, String(index))
  }
  keepApart(bands, ways, graph)
  layout(graph, order === 'as-written' ? { constraints: orderOf(bands) } : {})
  return read(picture, graph, { texts, labels, ways })
}

/** An arrow by the box that stands higher and the one below it, whichever way it points. */
interface Way {
  above: string
  below: string
  up: boolean
}

/** The arrows between boxes that are written from top to bottom. */
function downwards(arrows: readonly Arrow[], boxes: readonly Box[]): Way[] {
  const place = new Map(boxes.map(({ id }, index) => [id, index]))
  return arrows.map(({ from, to }) => {
    const up = (place.get(from) ?? 0) > (place.get(to) ?? 0)
    return up ? { above: to, below: from, up } : { above: from, below: to, up }
  })
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
function keepApart(bands: readonly Box[][], ways: readonly Way[], graph: Graph): void {
  for (const [index, band] of bands.slice(1).entries()) {
    const above = bands[index] ?? []
    const isIn = (some: readonly Box[], id: string) => some.some((box) => box.id === id)
    const last = above.filter(({ id }) => !ways.some((way) => way.above === id && isIn(above, way.below)))
    const first = band.filter(({ id }) => !ways.some((way) => way.below === id && isIn(band, way.above)))
    const gap = `gap ${index}`
    graph.setNode(gap, { width: 0, height: 0 })
    for (const { id } of last) graph.setEdge(id, gap, { weight: 0 }, gap)
    for (const { id } of first) graph.setEdge(gap, id, { weight: 0, minlen: band[0]?.frame === undefined ? 1 : 2 }, gap)
  }
}

interface Parts {
  texts: ReadonlyMap<string, readonly Line[]>
  labels: readonly (readonly Line[])[]
  ways: readonly Way[]
}

function read(picture: Picture, graph: Graph, { texts, labels, ways }: Parts): Placed {
  const boxes = picture.boxes.map(({ id, kind, frame }): PlacedBox & { frame?: string } => {
    const { x = 0, y = 0, width, height } = graph.node(id)
    return { kind, lines: texts.get(id) ?? [], x, y, width, height, ...(frame !== undefined && { frame }) }
  })
  const arrows = ways.map(({ above, below, up }, index): PlacedArrow => {
    const { points = [], x, y, width = 0, height = 0 } = graph.edge(above, below, String(index))
    const lines = labels[index] ?? []
    const label = lines.length > 0 && x !== undefined && y !== undefined ? { x, y, width, height, lines } : undefined
    const down = docked(points.slice(1, -1), graph.node(above), graph.node(below))
    return { dashed: picture.arrows[index]?.dashed ?? false, points: up ? down.toReversed() : down, label }
  })
  const { left, right } = boundsOf([...boxes, ...arrows.flatMap(({ label }) => label ?? [])])
  const across = { x: (left + right) / 2, width: right - left + 2 * FRAME.side }
  const frames = picture.frames.map(({ id, name }) => {
    const inside = boundsOf(boxes.filter(({ frame }) => frame === id))
    return frameAround({ ...inside, ...across, name }, arrows)
  })
  return placedAtOrigin({ frames, boxes, arrows })
}

/** A line from the lower side of a box to the upper side of one below it, through bends. */
function docked(bends: readonly Point[], above: NodeLabel, below: NodeLabel): Point[] {
  const end = ({ x = 0, y = 0, width, height }: NodeLabel, side: 1 | -1, next: number): Point => {
    const aside = Math.max(-width * 0.35, Math.min(width * 0.35, (next - x) * 0.3))
    return { x: x + aside, y: y + (side * height) / 2 }
  }
  const first = end(above, 1, bends[0]?.x ?? below.x ?? 0)
  return [first, ...bends, end(below, -1, bends.at(-1)?.x ?? above.x ?? 0)]
}

import type { Incident } from '#schema/incident.ts'
import { formatLasted } from './moment.ts'

interface Bar {
  /** Position in the list, from 1. */
  number: number
  x: number
  width: number
  /** Has a duration; one that has none is only in its place in the order. */
  known: boolean
  /** Where its duration is written, beside the bar. */
  label: { text: string; x: number; anchor: 'start' | 'end' }
}

const GUTTER = 30
const UNKNOWN = 34
const THINNEST = 2
const LABEL_ROOM = 80

/**
 * A timeline as bars one after another, each as long as its entry lasted, within `width`.
 * Entries of unknown duration all have the same short width: order is all that is known of them.
 */
export function waterfall(timeline: Incident['timeline'], width: number): Bar[] {
  const measure = measureOf(timeline, width - GUTTER - LABEL_ROOM)
  let x = GUTTER
  return timeline.map(({ lasted }, index) => {
    const bar = { number: index + 1, x, width: measure(lasted), known: lasted !== undefined }
    x += bar.width
    return { ...bar, label: { text: lasted === undefined ? '?' : formatLasted(lasted), x: x + 8, anchor: 'start' } }
  })
}

/** Gives each duration its width; all of them fit into `room`. */
function measureOf(timeline: Incident['timeline'], room: number) {
  const known = timeline.flatMap(({ lasted }) => (lasted === undefined ? [] : [lasted]))
  const unknowns = timeline.length - known.length
  const unknown = Math.min(UNKNOWN, room / 2 / Math.max(1, unknowns))
  const total = known.reduce((sum, lasted) => sum + lasted, 0)
  const scale = total > 0 ? (room - unknowns * unknown - known.length * THINNEST) / total : 0
  return (lasted: number | undefined) => (lasted === undefined ? unknown : Math.max(THINNEST, lasted * scale))
}

import type { Line } from './lines.ts'
import type { Area, Placed, PlacedFrame, Point } from './placed.ts'

/** What a drawing is called, and what it says to who does not see it. */
export interface Said {
  /** Unique on its page. */
  id: string
  title: string
  description: string
}

/** A drawing as inline SVG. Its colours are classes of the style sheet, so that they follow the theme. */
export function svgOf({ width, height, frames, boxes, arrows }: Placed, { id, title, description }: Said): string {
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`
  const tip = `<marker id="${id}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker>`
  return [
    `<svg ${size} role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`,
    `<defs>${tip}</defs>`,
    ...frames.map((frame) => rect('frame', frame, 10)),
    ...arrows.map(
      ({ points, dashed }) =>
        `<path class="way${dashed ? ' seldom' : ''}" d="${curve(points)}" marker-end="url(#${id}-tip)"/>`,
    ),
    ...arrows.flatMap(({ label }) => (label ? [rect('label', label, 4), lines(label)] : [])),
    ...frames.map(frameName),
    ...boxes.map((box) => `${rect(`box ${box.kind}`, box, 8)}${lines(box)}`),
    '</svg>',
  ].join('')
}

const rect = (name: string, { x, y, width, height }: Area, radius: number) =>
  `<rect class="${name}" x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="${radius}"/>`

function frameName({ x, y, width, height, name: { text, anchor } }: PlacedFrame): string {
  const left = anchor === 'start' ? x - width / 2 + 10 : x + width / 2 - 10
  return `<text class="place" text-anchor="${anchor}" x="${round(left)}" y="${round(y - height / 2 + 17)}">${escaped(text)}</text>`
}

const lines = ({ x, y, lines: texts }: Area & { lines: readonly Line[] }) =>
  texts
    .map(
      (line) =>
        `<text class="${line.font} middle" x="${round(x)}" y="${round(y + line.y + 4.5)}">${escaped(line.text)}</text>`,
    )
    .join('')

/** A line through points that leaves and reaches each of them straight up or down. */
function curve([first, ...rest]: readonly Point[]): string {
  if (!first) return ''
  const bends = rest.map((point, index) => {
    const from = rest[index - 1] ?? first
    const middle = (from.y + point.y) / 2
    return `C${at({ x: from.x, y: middle })} ${at({ x: point.x, y: middle })} ${at(point)}`
  })
  return `M${at(first)}${bends.join('')}`
}

const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`
const round = (value: number) => Math.round(value * 10) / 10

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as HTML and SVG take it. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)

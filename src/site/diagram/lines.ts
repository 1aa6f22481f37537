import type { Arrow, Box, Words } from './picture.ts'
import { FONTS, type Font, widthOf, wrap } from './text.ts'

/** A line of text and where its middle is, from the middle of what it stands in. */
export interface Line {
  text: string
  font: Font
  y: number
}

/** The texts of a box in lines of at most `room` pixels. */
export const boxLines = ({ name, lines }: Box, room: number): Line[] =>
  stacked([...wrapped(name, 'name', room), ...lines.flatMap((words) => wordLines(words, room))])

/** What goes along an arrow, likewise. */
export const labelLines = ({ label }: Arrow, room: number): Line[] =>
  stacked(label.flatMap((words) => wordLines(words, room)))

const wordLines = ({ text, code }: Words, room: number) => wrapped(text, code ? 'code' : 'note', room)

/** The size of lines with pixels around them. */
export const sizeOf = (lines: readonly Line[], across: number, down: number) => ({
  width: Math.max(...lines.map(({ text, font }) => widthOf(text, font))) + across,
  height: heightOf(lines) + down,
})

const wrapped = (text: string, font: Font, room: number) => wrap(text, font, room).map((line) => ({ text: line, font }))

/** Lines one below another around a middle. */
function stacked(lines: readonly Omit<Line, 'y'>[]): Line[] {
  let y = -heightOf(lines) / 2
  return lines.map((line) => {
    const { line: height } = FONTS[line.font]
    y += height
    return { ...line, y: y - height / 2 }
  })
}

const heightOf = (lines: readonly { font: Font }[]) => lines.reduce((sum, { font }) => sum + FONTS[font].line, 0)

/** How wide letters are, in parts of the font's size: those of DejaVu Sans, the widest a browser may take. */
const NARROW = /[ijl.,:;'|!()[\]{}f r t I/-]/
const WIDE = /[mwMW@%…]/
const CAPITAL = /[A-ZÁÉÍÓÚÑ_]/

/** The fonts of a diagram: size in pixels, height of a line, and how much wider than a plain text. */
export const FONTS = {
  name: { size: 14, line: 18, factor: 1.07 },
  note: { size: 12.5, line: 16, factor: 1 },
  code: { size: 12, line: 16, factor: 1 },
} as const
export type Font = keyof typeof FONTS

/** The width of a line in pixels, never less than it is. */
export function widthOf(text: string, font: Font): number {
  const { size, factor } = FONTS[font]
  if (font === 'code') return text.length * size * 0.61
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size * factor
}

function letterWidth(letter: string): number {
  if (NARROW.test(letter)) return 0.4
  if (WIDE.test(letter)) return 0.98
  return CAPITAL.test(letter) ? 0.72 : 0.62
}

/** Where a name may be broken, after each: `shop-agent-api`, `my-project.iam.gserviceaccount.com`. */
const AFTER = /(?<=[-/.:@_=])(?=.)/

/** Where a line may end: not before one letter, which is a unit or an ending, `120 s`. */
const SPACE = / (?!\S(?: |$))/

/** A text in lines of at most `room` pixels. Words that are longer are broken after a hyphen, dot or slash, and code anywhere; a word of a sentence sticks out. */
export function wrap(text: string, font: Font, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(SPACE)) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (widthOf(longer, font) <= room) lines.splice(-1, 1, longer)
    else lines.push(...pieces(word, font, room))
  }
  return lines
}

function pieces(word: string, font: Font, room: number): string[] {
  const lines = ['']
  for (const piece of word.split(AFTER)) {
    const longer = `${lines.at(-1)}${piece}`
    if (widthOf(longer, font) <= room) lines.splice(-1, 1, longer)
    else lines.push(...(font === 'code' ? chunks(piece, room) : [piece]))
  }
  return lines.filter((line) => line !== '')
}

/** A piece of code in parts that fit. Shorter than a dozen letters it stays whole: it would be read as two names. */
function chunks(piece: string, room: number): string[] {
  const most = Math.max(12, Math.floor(room / widthOf('x', 'code')))
  return piece.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []
}

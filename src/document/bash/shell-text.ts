import type { ShellText, Span, WordPiece } from './model.ts'

/** What the holes of a text, and of every text within it, stand for: the number of a hole is its position here. */
export type Holes = WordPiece[]

const FIRST = 0xe000
/** The last one is the delimiter of here-documents that are read again. */
const LAST = 0xf8fe

/** A character of the private use area: a hole, in text of ours. */
export const HOLE = /[\ue000-\uf8ff]/

/** Puts text together from characters with their places. */
export class TextBuilder {
  #text = ''
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  /** Adds a character, or a few that share one place. */
  add(text: string, start: number, end: number): void {
    this.#text += text
    for (let index = 0; index < text.length; index += 1) {
      this.#starts.push(start)
      this.#ends.push(end)
    }
  }

  /** Adds text that stands in the block as it is. */
  addPlain(text: string, start: number): void {
    this.#text += text
    for (let index = 0; index < text.length; index += 1) {
      this.#starts.push(start + index)
      this.#ends.push(start + index + 1)
    }
  }

  /** Adds something only a run can tell. */
  addHole(holes: Holes, piece: WordPiece, { start, end }: Span): void {
    if (FIRST + holes.length > LAST) throw new RangeError('too many expansions in nested commands')
    this.add(String.fromCharCode(FIRST + holes.length), start, end)
    holes.push(piece)
  }

  build(): ShellText {
    return { text: this.#text, starts: this.#starts, ends: this.#ends }
  }
}

/** A text whose places are in another text, as places of the block. */
export function within(outer: ShellText | undefined, inner: ShellText): ShellText {
  if (!outer) return inner
  const spans = inner.starts.map((start, index) => spanIn(outer, { start, end: inner.ends[index] as number }))
  return { text: inner.text, starts: spans.map(({ start }) => start), ends: spans.map(({ end }) => end) }
}

/** The place in the block of a stretch of a text. */
export function spanIn({ starts, ends }: ShellText, { start, end }: Span): Span {
  const last = ends.at(-1) ?? 0
  const from = starts[start] ?? last
  return { start: from, end: Math.max(from, end > start ? (ends[end - 1] ?? last) : from) }
}

/** Texts with a space between them, as `ssh` and `eval` join their words. */
export function joined(texts: readonly ShellText[]): ShellText {
  const builder = new TextBuilder()
  for (const [index, { text, starts, ends }] of texts.entries()) {
    if (index > 0) builder.add(' ', starts[0] ?? 0, starts[0] ?? 0)
    for (let at = 0; at < text.length; at += 1)
      builder.add(text[at] as string, starts[at] as number, ends[at] as number)
  }
  return builder.build()
}

/** The pieces of a stretch of text, its holes put back. */
export function piecesOf(text: string, holes: Holes): WordPiece[] {
  return text.split(/([\ue000-\uf8ff])/).flatMap((part): WordPiece[] => {
    if (part === '') return []
    const hole = HOLE.test(part) ? holes[part.charCodeAt(0) - FIRST] : undefined
    return [hole ?? { kind: 'text', text: part }]
  })
}

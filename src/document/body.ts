import type { Point } from '#schema/place.ts'
import { lastAtMost, lineOf, pointOf, type Source } from './source.ts'

/** What a fence holds: its text with `\n` line endings, and the way back to the page. */
export interface Body {
  text: string
  pointAt(offset: number): Point
}

/**
 * The body of a fence from its value as the Markdown parser gives it and the
 * page's line it starts on. A list, a quote or an indented fence cuts a prefix
 * off each line; every line of the value still ends where its line of the page
 * ends, so positions are counted back from there. Spaces that stand for half a
 * tab exist only in the value; they are placed on the tab.
 */
export function bodyOf(source: Source, value: string, firstLine: number): Body {
  const text = value.replaceAll(/\r\n|\r/g, '\n')
  let starts: readonly number[] | undefined
  return {
    text,
    pointAt: (offset) => {
      // Most blocks have nothing to point at, and their lines need not be kept.
      starts ??= startsOf(text)
      const index = lastAtMost(starts, Math.max(0, offset))
      const start = starts[index] as number
      const line = text.slice(start, (starts[index + 1] ?? text.length + 1) - 1)
      return pointIn(source, line, firstLine + index, offset - start)
    },
  }
}

/** The offset each line starts at. */
function startsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function pointIn(source: Source, text: string, line: number, at: number): Point {
  const { start, text: onPage } = lineOf(source, line)
  const shift = onPage.length - text.length
  return pointOf(source, Math.min(start + Math.max(shift + at, firstReal(onPage, text)), start + onPage.length))
}

/** Offset in the page's line of the first character both lines have. */
function firstReal(onPage: string, text: string): number {
  if (onPage.endsWith(text)) return onPage.length - text.length
  let common = 0
  while (common < text.length && same(onPage.at(-1 - common), text.at(-1 - common))) common += 1
  const real = onPage.length - common
  return common < text.length ? Math.max(0, real - 1) : real
}

/** The Markdown parser shows NUL as the replacement character. */
const same = (onPage: string | undefined, inValue: string | undefined) =>
  onPage === inValue || (onPage === '\0' && inValue === '\uFFFD')

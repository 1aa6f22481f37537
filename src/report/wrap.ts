import { widthOf } from './style.ts'

/** Lines of words that are no wider than this, but for a longer word; all after the first are indented. */
export function wrapWords(words: readonly string[], { width, indent }: { width: number; indent: string }): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? `${lines.length > 0 ? indent : ''}${word}` : `${line} ${word}`
    if (widthOf(longer) <= width || line === '') line = longer
    else {
      lines.push(line.trimEnd())
      line = `${indent}${word}`
    }
  }
  return [...lines, line.trimEnd()]
}

/** A line, on several where there are not so many columns. */
export const fitLine = (line: string, width: number | undefined, indent: string): string =>
  width === undefined || widthOf(line) <= width ? line : wrapWords(line.split(/(?<=\S) /), { width, indent }).join('\n')

/** The start of a text that takes up no more columns than these; an ellipsis stands for the rest. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let cut = ''
  for (const character of text) {
    if (widthOf(cut + character) > width - 1) break
    cut += character
  }
  return width < 1 ? '' : `${cut}…`
}

/** A line of a table as programs print them: cells with room between, or headings in capitals, and another row beside it. */
export function isTable({ line, before, after }: { line: string; before: string; after: string }): boolean {
  if (isHeading(line)) return true
  if (/^[-=+|─━┌├└│]{3,}/.test(line)) return true
  return isRow(line) && [before, after].some((other) => (isRow(other) || isHeading(other)) && differs(line, other))
}

/** `NAME READY STATUS`, two words or more, nothing but capitals. */
const isHeading = (line: string) => {
  const words = line.trim().split(/\s+/)
  return words.length > 1 && words.every((word) => /^[A-Z%#][A-Z\d()%/_.:-]+$/.test(word)) && !/^[A-Z_]+=/.test(line)
}

/** Three cells or more, none of them an option. */
export const isRow = (line: string): boolean => {
  const cells = line.trim().split(/\s{2,}|\t+/)
  return cells.length > 2 && !cells.some((cell) => /^(?:-[A-Za-z]|--\w|\\$|#|\|)/.test(cell))
}

const differs = (line: string, other: string) => firstWord(line) !== firstWord(other)
const firstWord = (line: string) => /\S+/.exec(line)?.[0]

/** `Name:   value`, as a program describes a thing. */
export const isListing = (line: string): boolean =>
  /^[A-Za-z][\w ./()-]{0,40}:(?:\s{2,}|\t)\S/.test(line) || /^[A-Za-z][\w./-]*:\s/.test(line)

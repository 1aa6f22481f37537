/** A place in a text that is read from left to right. */
export interface Scanner {
  readonly text: string
  at: number
}

/** The characters that match from here on, which are passed; '' where none do. The expression is sticky (`y`). */
export function take(scanner: Scanner, expression: RegExp): string {
  expression.lastIndex = scanner.at
  const [found = ''] = expression.exec(scanner.text) ?? []
  scanner.at += found.length
  return found
}

/** The next character, which is passed; '' at the end. */
export const next = (scanner: Scanner): string => take(scanner, /[\s\S]/y)

/** The next character, which stays. */
export const peek = ({ text, at }: Scanner): string => text[at] ?? ''

/** What is wrong with a program, in its tool's words. */
export class Refused extends Error {}

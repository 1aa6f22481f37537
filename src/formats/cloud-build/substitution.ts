/** A `$NAME` or `${NAME}` of a Cloud Build file; offsets are UTF-16. */
export interface Substitution {
  name: string
  start: number
  end: number
}

/** Names are in capitals; `$$` is a dollar, and a name in small letters is the shell's (substitute-variable-values). */
const VARIABLE = /\$(?:\$|\{([A-Z_][A-Z0-9_]*)\}|([A-Z_][A-Z0-9_]*))/g

/** The substitutions in the text of a file, in its order; lines that are comments hold none. */
export function substitutionsIn(text: string): Substitution[] {
  const code = text.replaceAll(/^\s*#.*$/gm, (comment) => ' '.repeat(comment.length))
  return [...code.matchAll(VARIABLE)].flatMap(({ 0: whole, 1: braced, 2: bare, index: start }) => {
    const name = braced ?? bare
    return name === undefined ? [] : [{ name, start, end: start + whole.length }]
  })
}

/** A text with its substitutions filled in. */
export const substituted = (text: string, fill: (name: string) => string): string =>
  text.replaceAll(VARIABLE, (_, braced?: string, bare?: string) => {
    const name = braced ?? bare
    return name === undefined ? '$' : fill(name)
  })

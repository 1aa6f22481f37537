/** Whether Go's `filepath.Match` takes a pattern: its brackets close and hold something, no backslash stands last. */
export const isGlob = (pattern: string): boolean => GLOB.test(pattern)

const CHAR = String.raw`(?:\\[\s\S]|[^\\\]-])`
const GLOB = new RegExp(String.raw`^(?:[^[\\]|\\[\s\S]|\[\^?(?:${CHAR}(?:-${CHAR})?)+\])*$`, 'u')

/**
 * A pattern of a `.dockerignore` as an expression over a whole path: Go's `filepath.Match`, where `**` stands for any
 * number of folders (moby/patternmatcher, Pattern.compile).
 */
export function patternRegex(pattern: string): RegExp {
  const suffix = /^\*\*([^*?[\]\\]*)$/.exec(pattern)?.[1]
  return suffix === undefined ? new RegExp(`^${sourceOf(pattern)}$`, 'su') : endingWith(suffix)
}

/** `**` before plain text: any path that ends so, even within a name. `**\/x` is also the plain `x`. */
const endingWith = (suffix: string): RegExp =>
  suffix.startsWith('/')
    ? new RegExp(`^(?:.*/)?${escaped(suffix.slice(1))}$`, 'su')
    : new RegExp(`${escaped(suffix)}$`, 'su')

function sourceOf(pattern: string): string {
  return pattern.replaceAll(
    /\*\*\/?$|\*\*\/?|[*?]|\[\^?(?:\\[\s\S]|[^\]])+\]|\\[\s\S]|[\s\S]/gu,
    (token, at: number) => {
      if (token.startsWith('**')) return at + token.length === pattern.length ? '.*' : '(?:.*/)?'
      if (token === '*') return '[^/]*'
      if (token === '?') return '[^/]'
      return token.length > 1 && token.startsWith('[') ? classOf(token) : escaped(token.replace(/^\\/, ''))
    },
  )
}

/** A bracket as JavaScript writes it: what Go has as plain text may mean something there. */
const classOf = (token: string): string =>
  token.replaceAll(/\\[\s\S]|[\s\S]/gu, (part, at: number) => {
    if (at === 0 || at === token.length - 1 || part === '-' || (part === '^' && at === 1)) return part
    return escaped(part.replace(/^\\/, ''), /[\\\]^[-]/)
  })

const escaped = (text: string, special = /[.*+?^${}()|[\]\\/]/): string =>
  [...text].map((char) => (special.test(char) ? `\\${char}` : char)).join('')

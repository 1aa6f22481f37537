/** One piece of fence metadata. Offsets are into the metadata; `end` is exclusive. */
export interface MetaToken {
  /** `step` of `step=build`, or the flag itself. Absent for the renderer's markers: `{1,3-5}`, `"text"`, `/regex/`. */
  key: string | undefined
  /** What stands after `=`, without its quotes; `true` for a bare flag. */
  value: string | true
  start: number
  end: number
}

/** What is wrong with metadata as text. */
export interface MetaProblem {
  kind: 'unterminated' | 'unexpected'
  found: string
  start: number
  end: number
}

/** Closing delimiter by opening one. */
const DELIMITERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '{': '}', '/': '/' }

/**
 * Splits the metadata of a fence by Expressive Code's grammar: `key=value`,
 * `key="…"`, `key='…'`, `key={…}`, `key=/…/`, bare flags and bare markers.
 * Where that renderer guesses at a quote without end, this reports it.
 */
export function parseMeta(text: string): { tokens: MetaToken[]; problems: MetaProblem[] } {
  const tokens: MetaToken[] = []
  const problems: MetaProblem[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const read = readToken(text, at)
    if ('kind' in read) problems.push(read)
    else tokens.push(read)
    at = skipSpace(text, read.end)
  }
  return { tokens, problems }
}

function readToken(text: string, start: number): MetaToken | MetaProblem {
  const key = /^[A-Za-z][\w.-]*/.exec(text.slice(start))?.[0]
  const afterKey = start + (key?.length ?? 0)
  if (key && text[afterKey] === '=') return readValue(text, { key, start, at: afterKey + 1 })
  if (key) return ended(text, { key, value: true, start, end: afterKey })
  return DELIMITERS[text[start] as string]
    ? readValue(text, { key: undefined, start, at: start })
    : unexpected(text, start)
}

function readValue(text: string, { key, start, at }: { key: string | undefined; start: number; at: number }) {
  const close = DELIMITERS[text[at] as string]
  if (!close || (key && text[at] === '/' && !closesLater(text, at))) return readBare(text, { key, start, at })
  const end = findClose(text, at + 1, close)
  if (end === undefined) return { kind: 'unterminated', found: text[at] as string, start, end: text.length } as const
  return ended(text, { key, value: unescaped(text.slice(at + 1, end), close), start, end: end + 1 })
}

/** `file=/etc/x` is a path; `mark=/regex/` is a regex. */
function closesLater(text: string, at: number): boolean {
  const end = findClose(text, at + 1, '/')
  return end !== undefined && (end + 1 === text.length || text[end + 1] === ' ')
}

function readBare(text: string, { key, start, at }: { key: string | undefined; start: number; at: number }) {
  const value = /^[^\s"'{}]*/.exec(text.slice(at))?.[0] ?? ''
  if (value === '') return unexpected(text, start)
  return ended(text, { key, value, start, end: at + value.length })
}

/** A token must be followed by a space: `step=a"b"` is a mistake. */
function ended(text: string, token: MetaToken): MetaToken | MetaProblem {
  return token.end >= text.length || /\s/.test(text[token.end] as string) ? token : unexpected(text, token.start)
}

function unexpected(text: string, start: number): MetaProblem {
  const found = /^\S+/.exec(text.slice(start))?.[0] ?? ''
  return { kind: 'unexpected', found, start, end: start + Math.max(1, found.length) }
}

function findClose(text: string, from: number, close: string): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\' && close !== '}') at += 1
    else if (text[at] === close) return at
  }
  return undefined
}

const unescaped = (text: string, close: string) =>
  close === '}'
    ? text
    : text.replaceAll(/\\(["'\\])/g, (whole, character) =>
        character === close || character === '\\' ? character : whole,
      )

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] as string)) at += 1
  return at
}

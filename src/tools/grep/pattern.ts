/**
 * Why GNU grep would refuse a pattern, or undefined. Reads POSIX bracket
 * expressions, where a backslash is a character, and intervals (regex(7)).
 */
export function patternProblem(pattern: string, extended: boolean): string | undefined {
  const marks = extended ? EXTENDED : BASIC
  let open = 0
  let atom = false
  for (const { sign, rest } of signsOf(pattern)) {
    if (sign === UNMATCHED) return 'unmatched ['
    if (sign === '\\') return 'trailing backslash'
    const problem = sign === marks.interval && atom ? intervalProblem(rest, extended) : undefined
    if (problem) return problem
    open += depthOf(sign, marks)
    // A lone `)` is a character to an extended pattern.
    if (open < 0 && !extended) return `unmatched ${marks.close}`
    open = Math.max(0, open)
    atom = ![marks.open, marks.or, '^'].includes(sign)
  }
  return open > 0 ? `unmatched ${marks.open}` : undefined
}

const EXTENDED = { open: '(', close: ')', or: '|', interval: '{' }
const BASIC = { open: '\\(', close: '\\)', or: '\\|', interval: '\\{' }
const depthOf = (sign: string, { open, close }: typeof EXTENDED) => (sign === open ? 1 : sign === close ? -1 : 0)
const UNMATCHED = '[unmatched'

/** The signs of a pattern: a bracket expression, an escaped character or a character, and what follows each. */
function* signsOf(pattern: string): Generator<{ sign: string; rest: string }> {
  for (let at = 0; at < pattern.length; ) {
    const end = pattern[at] === '[' ? bracketEnd(pattern, at) : at + (pattern[at] === '\\' ? 2 : 1)
    if (end === undefined) return yield { sign: UNMATCHED, rest: '' }
    yield { sign: pattern.slice(at, end), rest: pattern.slice(end) }
    at = end
  }
}

/** Index after the `]` that ends a bracket expression; `]` first in it is a character. */
export function bracketEnd(pattern: string, start: number): number | undefined {
  let at = start + 1
  if (pattern[at] === '^') at += 1
  if (pattern[at] === ']') at += 1
  while (at < pattern.length && pattern[at] !== ']') {
    const kind = pattern[at] === '[' ? /^[:.=]$/.exec(pattern[at + 1] ?? '')?.[0] : undefined
    const end = kind ? pattern.indexOf(`${kind}]`, at + 2) : -1
    at = end >= 0 ? end + 2 : at + 1
  }
  return at < pattern.length ? at + 1 : undefined
}

/** GNU's extended `{` that starts no interval is a character; `{}` and, in basic patterns, anything else is refused. */
function intervalProblem(rest: string, extended: boolean): string | undefined {
  if (extended) return rest.startsWith('}') ? 'invalid content of {}' : undefined
  return /^\d*(,\d*)?\\\}/.test(rest) && !/^\\\}/.test(rest) ? undefined : 'invalid content of \\{\\}'
}

import { bracketEnd } from '../grep/pattern.ts'
import { next, peek, Refused, type Scanner, take } from '../sed/scanner.ts'

/** Why awk would not read a program to its end: a bracket, a string or a pattern that does not close, or one that closes nothing. */
export const awkProblem = (text: string): string | undefined => problemOf(text, BRACKETS, awkToken)

/** The same for a filter of jq, and for an `if` without its `end`. */
export const jqProblem = (text: string): string | undefined =>
  problemOf(text, { ...BRACKETS, '\\(': ')', if: 'end' }, jqToken)

interface Program extends Scanner {
  /** What closes what. */
  pairs: Readonly<Record<string, string>>
  /** What is open, outermost first. */
  open: string[]
  /** The last token that says something. */
  last: string
}

const BRACKETS = { '(': ')', '[': ']', '{': '}' }

function problemOf(text: string, pairs: Program['pairs'], token: (program: Program) => void): string | undefined {
  const program: Program = { text, at: 0, pairs, open: [], last: '' }
  try {
    while (program.at < text.length) token(program)
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
  const open = program.open.at(-1)
  if (open === undefined) return undefined
  return open === '"' ? 'unterminated string' : `unmatched ${open}`
}

/** Takes in a token; a bracket must fit what is open. */
function say(program: Program, token: string): void {
  const { pairs, open } = program
  program.last = token
  if (Object.hasOwn(pairs, token)) open.push(token)
  else if (Object.values(pairs).includes(token) && pairs[open.pop() ?? ''] !== token)
    throw new Refused(`unexpected ${token}`)
}

/** Words and signs after which awk reads `/` as the start of a pattern. */
const BEFORE_PATTERN = /^$|^[({,;!~&|?:=<>+\-*%^}$\n]$|^(return|print|printf|in|else|do)$/

function awkToken(program: Program): void {
  if (take(program, /[ \t\r]+|\\\n|#[^\n]*/y)) return
  if (peek(program) === '"') awkString(program)
  else if (peek(program) === '/' && BEFORE_PATTERN.test(program.last)) awkPattern(program)
  else say(program, take(program, /[A-Za-z_]\w*|[\d.]+/y) || next(program))
}

function awkString(program: Program): void {
  if (!take(program, /"(?:\\[\s\S]|[^"\\\n])*"/y)) throw new Refused('unterminated string')
  program.last = '"'
}

function awkPattern(program: Program): void {
  next(program)
  for (let character = next(program); character !== '/'; character = next(program)) {
    if (character === '' || character === '\n') throw new Refused('unterminated regexp')
    if (character === '\\') next(program)
    if (character === '[') program.at = bracketEnd(program.text, program.at - 1) ?? program.text.length
  }
  program.last = '"'
}

function jqToken(program: Program): void {
  if (program.open.at(-1) === '"') jqString(program)
  else if (take(program, /"/y)) program.open.push('"')
  else if (!take(program, /\s+|#[^\n]*/y)) jqWord(program)
}

function jqWord(program: Program): void {
  // `.end`, `$end`, `@end`, and the key of `{end: 1}`, are names.
  if (take(program, /[.$@][A-Za-z_]\w*|[A-Za-z_]\w*(?=\s*:)/y)) return
  const token = take(program, /[A-Za-z_]\w*|[\d.]+/y) || next(program)
  if (/^(\w+|[()[\]{}])$/.test(token)) say(program, token)
}

/** Text up to the end of a string, or to `\(`, after which a filter follows. */
function jqString(program: Program): void {
  take(program, /(?:\\[^(]|[^"\\])+/y)
  const end = take(program, /"|\\\(/y)
  if (end === '') throw new Refused('unterminated string')
  if (end === '"') program.open.pop()
  else program.open.push('\\(')
}

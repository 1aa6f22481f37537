/** A word of an nginx file: its text without quotes, and where it stands (UTF-16 offsets). */
export interface NginxWord {
  text: string
  start: number
  end: number
}

/** One directive; `block` where it ends with braces. */
export interface Directive {
  name: NginxWord
  args: readonly NginxWord[]
  block: readonly Directive[] | undefined
  end: number
}

/** What nginx would refuse while reading. */
export interface NginxProblem {
  reason: 'unclosed-brace' | 'extra-brace' | 'missing-semicolon' | 'unclosed-quote' | 'after-quote'
  start: number
  end: number
}

export interface NginxFile {
  directives: readonly Directive[]
  problem: NginxProblem | undefined
}

type Token = NginxWord & { kind: 'word' | ';' | '{' | '}' }

/** Reads an nginx configuration as its own reader does (src/core/ngx_conf_file.c); it stops at the first problem. */
export function parseNginx(text: string): NginxFile {
  const { tokens, problem } = readTokens(text)
  const reader = { tokens, at: 0, problem }
  const directives = readBlock(reader, undefined)
  return { directives, problem: reader.problem }
}

interface Reader {
  tokens: readonly Token[]
  at: number
  problem: NginxProblem | undefined
}

function readBlock(reader: Reader, opening: Token | undefined): Directive[] {
  const directives: Directive[] = []
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at] as Token
    if (token.kind === '}') {
      if (!opening) fail(reader, 'extra-brace', token)
      else reader.at += 1
      return directives
    }
    const directive = readDirective(reader)
    if (!directive) return directives
    directives.push(directive)
  }
  if (opening) fail(reader, 'unclosed-brace', opening)
  return directives
}

/** The problem met first in the text stays. */
function fail(reader: Reader, reason: NginxProblem['reason'], { start, end }: { start: number; end: number }): void {
  reader.at = reader.tokens.length
  if (!reader.problem || start < reader.problem.start) reader.problem = { reason, start, end }
}

function readDirective(reader: Reader): Directive | undefined {
  const words: Token[] = []
  for (; reader.at < reader.tokens.length; reader.at += 1) {
    const token = reader.tokens[reader.at] as Token
    if (token.kind === 'word') words.push(token)
    else return endDirective(reader, words, token)
  }
  const last = words.at(-1)
  if (last && !reader.problem) fail(reader, 'missing-semicolon', last)
  return undefined
}

function endDirective(reader: Reader, words: readonly Token[], token: Token): Directive | undefined {
  const [name, ...args] = words
  if (!name || token.kind === '}') {
    fail(reader, token.kind === '}' && name ? 'missing-semicolon' : 'extra-brace', words.at(-1) ?? token)
    return undefined
  }
  reader.at += 1
  const block = token.kind === '{' ? readBlock(reader, token) : undefined
  return { name, args, block, end: reader.tokens[reader.at - 1]?.end ?? token.end }
}

const WORD = /(?:\\[\s\S]|\$\{[^}]*\}|[^\s;{}\\])+/y

function readTokens(text: string): { tokens: Token[]; problem: NginxProblem | undefined } {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const next = readToken(text, at)
    if (typeof next === 'number') at = next
    else if ('reason' in next) return { tokens, problem: next }
    else {
      tokens.push(next)
      at = next.end
    }
  }
  return { tokens, problem: undefined }
}

/** The token at an offset, why there can be none, or the offset after what stands between tokens. */
function readToken(text: string, at: number): Token | NginxProblem | number {
  const char = text.charAt(at)
  if (/\s/.test(char)) return at + 1
  if (char === '#') return text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
  if (char === ';' || char === '{' || char === '}') return { kind: char, text: char, start: at, end: at + 1 }
  if (char === '"' || char === "'") return readQuoted(text, at)
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0] ?? char
  return { kind: 'word', text: word, start: at, end: at + word.length }
}

function readQuoted(text: string, at: number): Token | NginxProblem {
  const close = closingQuote(text, at)
  if (close < 0) return { reason: 'unclosed-quote', start: at, end: at + 1 }
  if (/[^\s;{})]/.test(text.charAt(close + 1))) return { reason: 'after-quote', start: close + 1, end: close + 2 }
  return { kind: 'word', text: text.slice(at + 1, close), start: at, end: close + 1 }
}

function closingQuote(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === text[from]) return at
  }
  return -1
}

import type { TextBuilder } from './shell-text.ts'

/** How a stretch of bash is quoted. */
export type Quoting = 'none' | 'double' | 'ansi' | 'heredoc'

/** Adds what bash makes of a stretch of text without expansions. `start` is its place in the block. */
export function addUnquoted(builder: TextBuilder, raw: string, start: number, quoting: Quoting): void {
  let at = 0
  while (at < raw.length) {
    const read = raw[at] === '\\' ? escapeAt(raw.slice(at), quoting) : { text: raw[at] as string, length: 1 }
    builder.add(read.text, start + at, start + at + read.length)
    at += read.length
  }
}

interface Escape {
  text: string
  length: number
}

function escapeAt(raw: string, quoting: Quoting): Escape {
  const next = raw[1]
  if (next === undefined) return { text: '\\', length: 1 }
  if (quoting === 'ansi') return ansiEscape(raw)
  if (next === '\n') return { text: '', length: 2 }
  const special = quoting === 'none' || '$`\\'.includes(next) || (quoting === 'double' && next === '"')
  return special ? { text: next, length: 2 } : { text: '\\', length: 1 }
}

const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
}

function ansiEscape(raw: string): Escape {
  const letter = LETTERS[raw[1] as string]
  if (letter !== undefined) return { text: letter, length: 2 }
  const [all, octal, hex] =
    /^\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8}))/.exec(raw) ?? []
  if (all === undefined) return { text: '\\', length: 1 }
  const digits = hex ?? all.slice(2)
  const code = octal === undefined ? Number.parseInt(digits, 16) : Number.parseInt(octal, 8)
  return { text: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', length: all.length }
}

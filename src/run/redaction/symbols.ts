import { createReader, type SymbolReader, type Way } from './reader.ts'
import { IN_ENCODED, IN_ESCAPE, IN_NUMBERS, IN_SHORT_TEXT, IN_TEXT, SPACED } from './separators.ts'
import { anyCase, blankSpellings, spellingsOf } from './spellings.ts'

/** How the symbols of a secret are written, and what may stand between them. */
export type Writing = 'text' | 'short text' | 'exact text' | 'spaced' | 'base64' | 'base32' | 'numbers'

const BETWEEN: Readonly<Record<Writing, readonly Way[]>> = {
  text: IN_TEXT,
  'short text': IN_SHORT_TEXT,
  'exact text': [],
  spaced: SPACED,
  base64: IN_ENCODED,
  base32: IN_ENCODED,
  numbers: IN_NUMBERS,
}

const known = new Map<string, SymbolReader>()

/** The reader of a symbol: of a text a character or all of a blank, of base64 the characters that may stand in one place, else the numbers a byte may be. */
export function readerOf(symbol: string, writing: Writing): SymbolReader {
  const key = `${writing}\0${symbol}`
  const found = known.get(key) ?? createReader({ ...waysOf(symbol, writing), ...around(writing) })
  known.set(key, found)
  return found
}

/** What is too short is not looked for in pieces. */
const around = (writing: Writing) => ({
  between: BETWEEN[writing],
  within: writing.endsWith('t text') ? [] : IN_ESCAPE,
})

function waysOf(symbol: string, writing: Writing): { ways: readonly Way[]; repeats?: boolean } {
  if (writing === 'base64') return { ways: base64Ways(symbol) }
  if (writing === 'base32') return { ways: [[symbol + symbol.toLowerCase()]] }
  if (writing === 'numbers') return { ways: symbol.split(' ').map(anyCase) }
  if (writing === 'exact text') return { ways: [symbol.split('')] }
  return isBlank(symbol) ? { ways: blankSpellings(), repeats: true } : { ways: spellingsOf(symbol) }
}

const isBlank = (symbol: string) => /^\s/.test(symbol)

/** In addresses and file names other characters stand for the last two. */
function base64Ways(characters: string): Way[] {
  const plus = characters.includes('+') ? [['-'], anyCase('%2b')] : []
  const slash = characters.includes('/') ? [['_'], anyCase('%2f')] : []
  return [[characters], ...plus, ...slash]
}

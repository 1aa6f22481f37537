import { BASE32, BASE64, type BitEncoding, certainPart, encodedPlaces, shiftsOf } from './base64.ts'
import type { SymbolReader } from './reader.ts'
import { readerOf, type Writing } from './symbols.ts'

/** One form of a secret: its symbols in order. */
export interface Chain {
  length: number
  /** The reader of a symbol, by its position. */
  readerAt(index: number): SymbolReader
  /** Where its symbols begin among those of all chains. */
  base: number
  /** It goes on with the form before it: a long form is cut into several. */
  continues: boolean
}

/** All forms of these secrets. */
export function chainsOf(secrets: readonly string[]): Chain[] {
  const forms = secrets.flatMap((secret) => [secret, ...new Set(linesOf(secret))]).flatMap(formsOf)
  const distinct = new Map(forms.map((form) => [`${form.writing}\0${form.symbols.join('\0')}`, form]))
  let base = 0
  return [...distinct.values()].map(({ writing, symbols, continues }) => {
    // Most symbols are never come to.
    const readerAt = (index: number) => readerOf(symbols[index] ?? '', writing)
    const chain = { length: symbols.length, readerAt, base, continues }
    base += symbols.length
    return chain
  })
}

/** Lines of a secret of several: tools print them one by one. One that could be an ordinary word or number is let be. */
function linesOf(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/)
  return lines.length === 1 ? [] : lines.map((line) => line.replace(/^\s+|[\s,;]+$/g, '')).filter(isTelling)
}

function isTelling(line: string): boolean {
  const core = line.replaceAll(/^[\s"'[\](){},:;]+|[\s"'[\](){},:;]+$/g, '')
  return core.length >= 8 || (core.length >= 4 && /[^A-Za-z]/.test(core) && /[^\d.]/.test(core))
}

interface Form {
  writing: Writing
  symbols: readonly string[]
  continues: boolean
}

/** What is longer is cut. */
const LONGEST = 64

/** From this many characters on, a text is told even when it is wrapped. */
const TOLD = 8

/** The fewest bytes of which encodings are looked for: those of fewer are in ordinary output. */
const ENCODED = 4

/** The fewest characters of base64 that tell a secret. */
const TOLD_ENCODED = 6

/** What nobody prints of a longer secret, in bytes, is not looked for. */
const SHORT = 4096

function formsOf(secret: string): Form[] {
  if (secret === '') return []
  const bytes = Buffer.from(secret)
  const symbols = symbolsOf(secret)
  if (bytes.length < ENCODED) return cut('exact text', [...secret])
  const writing = symbols.length < TOLD || bytes.length > SHORT ? shortWriting(secret) : 'text'
  const forms = [...cut(writing, symbols), ...numbers(bytes, [16]), ...bits(bytes, BASE64)]
  return bytes.length > SHORT ? forms : [...forms, ...rareForms(secret, symbols, bytes)]
}

function rareForms(secret: string, symbols: readonly string[], bytes: Uint8Array): Form[] {
  const told = symbols.length < TOLD ? [] : [...cut('spaced', symbols), ...numbers(bytes, [10, 8, 2])]
  return [...told, ...bits(bytes, BASE32), ...nested(secret, bytes)]
}

/** Only what has to be quoted is looked for in quotes. */
const shortWriting = (secret: string): Writing => (/^[\w./:@%+,-]+$/.test(secret) ? 'exact text' : 'short text')

/** Its characters; blanks that follow each other are one. */
const symbolsOf = (text: string): string[] => text.match(/\s+|\S/gu) ?? []

/** Its bytes as numbers: sixteen at a time in a dump, in a list, as `Buffer` and `bytes` show them. */
const numbers = (bytes: Uint8Array, radixes: readonly number[]): Form[] =>
  radixes.flatMap((radix) =>
    cut(
      'numbers',
      Array.from(bytes, (byte) => numberWays(byte, radix)),
    ),
  )

const WIDTHS: Readonly<Record<number, number>> = { 2: 8, 8: 3, 10: 3, 16: 2 }

/** With the zeros before it, and without. */
function numberWays(byte: number, radix: number): string {
  const plain = byte.toString(radix)
  const padded = plain.padStart(WIDTHS[radix] ?? 0, '0')
  return radix === 10 || radix === 8 ? [...new Set([padded, plain])].join(' ') : padded
}

const bits = (bytes: Uint8Array, encoding: BitEncoding): Form[] =>
  shiftsOf(encoding).flatMap((shift) => {
    const places = encodedPlaces(bytes, shift, encoding)
    if (certainPart(places).length < TOLD_ENCODED) return []
    return cut(encoding === BASE64 ? 'base64' : 'base32', places)
  })

/** Encodings of encodings: the login of a registry in a secret of Kubernetes, a JSON text in base64, UTF-16 of PowerShell. */
function nested(secret: string, bytes: Uint8Array): Form[] {
  const inner = [JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), Buffer.from(bytes).toString('hex')]
  const once = shiftsOf(BASE64).map((shift) => certainPart(encodedPlaces(bytes, shift, BASE64)))
  const texts = [...inner, ...once].filter((text) => text !== secret && text.length >= TOLD_ENCODED)
  const wide = Buffer.from(secret, 'utf16le')
  const inBase64 = [...texts.map((text) => Buffer.from(text)), wide].flatMap((text) => bits(text, BASE64))
  const inHex = [...once.map((text) => Buffer.from(text)), wide].flatMap((text) => numbers(text, [16]))
  return [...inBase64, ...inHex]
}

/** A form, cut into chains of no more than the longest. */
function cut(writing: Writing, symbols: readonly string[]): Form[] {
  const forms: Form[] = []
  for (let start = 0; start < symbols.length; start += LONGEST) {
    const rest = symbols.length - start
    const isLast = rest <= LONGEST + TOLD
    forms.push({ writing, symbols: symbols.slice(start, isLast ? undefined : start + LONGEST), continues: start > 0 })
    if (isLast) break
  }
  return forms
}

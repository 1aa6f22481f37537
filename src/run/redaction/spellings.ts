import type { Way } from './reader.ts'

/**
 * The ways to write one character: itself, and the escapes of shells (`$'\303\261'`), JSON and JavaScript, Python, C,
 * addresses (RFC 3986), HTML, mail (RFC 2045), Makefiles, `cat -v`, and what stands for it where it cannot be shown.
 * A backslash or quote before it is what may stand between any two.
 */
export function spellingsOf(character: string): Way[] {
  const point = character.codePointAt(0) ?? 0
  const bytes = [...Buffer.from(character)]
  const units = [...Array(character.length).keys()].map((index) => character.charCodeAt(index))
  const plain = [character, ...(DOUBLED.has(character) ? [character + character] : [])]
  return [
    ...plain.map((text) => [...text.split('')]),
    ...escapedBytes(bytes),
    ...(point < 256 ? escapedBytes([point]) : []),
    ...unicode(point, units),
    ...entities(character, point),
    ...(point > 31 && point < 127 ? [] : unshown(point, bytes)),
    ...(SHORT[character] ? [[...'\\', SHORT[character]]] : []),
  ]
}

/** The ways to write blanks: a shell, a wrapped text and an encoder all put others in their place. */
export const blankSpellings = (): Way[] => [...[...' \t\r\n\f\v'].flatMap(spellingsOf), ['+'], anyCase('&nbsp;')]

/** Characters that are doubled where one of them begins something: formats, Makefiles. */
const DOUBLED = new Set(['%', '$'])

const SHORT: Readonly<Record<string, string>> = {
  '\u0007': 'a',
  '\b': 'b',
  '\u001b': 'eE',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\v': 'v',
}

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')
const octal = (value: number) => value.toString(8).padStart(3, '0')

/** Each letter in either case. */
export function anyCase(text: string): Way {
  return text.split('').map((letter) => distinct(letter.toLowerCase() + letter.toUpperCase()))
}

const distinct = (letters: string) => [...new Set(letters)].join('')

function escapedBytes(bytes: readonly number[]): Way[] {
  const each = (write: (byte: number) => string) => anyCase(bytes.map(write).join(''))
  return [
    each((byte) => `\\x${hex(byte, 2)}`),
    each((byte) => `\\${octal(byte)}`),
    each((byte) => `\\0${octal(byte)}`),
    each((byte) => `%${hex(byte, 2)}`),
    each((byte) => `%25${hex(byte, 2)}`),
    each((byte) => `=${hex(byte, 2)}`),
  ]
}

function unicode(point: number, units: readonly number[]): Way[] {
  const each = (prefix: string) => anyCase(units.map((unit) => `${prefix}${hex(unit, 4)}`).join(''))
  const braces = ['\\', 'u', '{', { many: '0' }, ...anyCase(hex(point, 1)), '}']
  return [each('\\u'), each('%u'), anyCase(`\\U${hex(point, 8)}`), braces]
}

const NAMED: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

function entities(character: string, point: number): Way[] {
  const named = NAMED[character]
  return [
    ['&', '#', { many: '0' }, ...String(point), ';'],
    ['&', '#', 'xX', { many: '0' }, ...anyCase(hex(point, 1)), ';'],
    ...(named ? [anyCase(`&${named};`)] : []),
  ]
}

/** What tools print for a character that is not shown as it is: its name, its number (`od -c`), a dot or a question mark, or what it is misread as. */
function unshown(point: number, bytes: readonly number[]): Way[] {
  const named = bytes.map((byte) => (byte > 127 ? `M-${caret(byte - 128)}` : caret(byte))).join('')
  const misread = Buffer.from(bytes).toString('latin1')
  const marks = ['.', '?', '\ufffd'].map((mark) => mark.repeat(bytes.length))
  const numbers = bytes.map(octal).join(' ')
  return [named, numbers, ...marks, ...(point > 127 ? ['?', misread] : [])].map((text) => text.split(''))
}

const caret = (byte: number) =>
  byte < 32 || byte === 127 ? `^${String.fromCharCode(byte ^ 64)}` : String.fromCharCode(byte)

/** A value of ASN.1 in DER (X.690): its tag, its content, and the values in it where it is made of some. */
export interface Value {
  tag: number
  content: Uint8Array
  /** Tag, length and content. */
  whole: Uint8Array
  values: readonly Value[]
}

const CONSTRUCTED = 0x20

/** Joins bytes. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Writes a value of a tag. */
export const encode = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const content = joined(...parts)
  return joined(new Uint8Array([tag, ...lengthOf(content.length)]), content)
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff)
  return [0x80 | bytes.length, ...bytes]
}

export const sequence = (...parts: readonly Uint8Array[]) => encode(0x30, ...parts)
export const setOf = (...parts: readonly Uint8Array[]) => encode(0x31, ...parts)
export const octets = (content: Uint8Array) => encode(0x04, content)
export const bits = (content: Uint8Array) => encode(0x03, new Uint8Array([0]), content)
export const boolean = (value: boolean) => encode(0x01, new Uint8Array([value ? 0xff : 0]))
export const text = (value: string) => encode(0x0c, new TextEncoder().encode(value))
/** A value with a tag of its place: `[3]`. */
export const tagged = (number: number, ...parts: readonly Uint8Array[]) => encode(0xa0 | number, ...parts)

/** A whole number of zero or more, by its bytes. */
export function integer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = bytes.findIndex((byte) => byte !== 0)
  const plain = start < 0 ? new Uint8Array([0]) : bytes.slice(start)
  return encode(0x02, (plain[0] ?? 0) >= 0x80 ? joined(new Uint8Array([0]), plain) : plain)
}

/** `1.2.840.10045.2.1`. */
export function objectId(dotted: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return encode(0x06, new Uint8Array([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(number: number): number[] {
  const bytes = [number & 0x7f]
  for (let rest = number >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}

/** GeneralizedTime from 2050 on, UTCTime before (RFC 5280, section 4.1.2.5). */
export function time(moment: number): Uint8Array<ArrayBuffer> {
  const digits = new Date(moment).toISOString().replace(/[-:T]|\.\d+/g, '')
  const isLate = new Date(moment).getUTCFullYear() >= 2050
  return encode(isLate ? 0x18 : 0x17, new TextEncoder().encode(isLate ? digits : digits.slice(2)))
}

/** Reads one value. Throws where the bytes are none. */
export function decode(bytes: Uint8Array): Value {
  const [value] = decodeAll(bytes)
  if (!value) throw new Error('no value')
  return value
}

function decodeAll(bytes: Uint8Array): Value[] {
  const found: Value[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0
    const { length, start } = readLength(bytes, at + 1)
    const end = start + length
    if (end > bytes.length) throw new Error('a value beyond the end')
    const content = bytes.slice(start, end)
    const values = (tag & CONSTRUCTED) !== 0 ? decodeAll(content) : []
    found.push({ tag, content, whole: bytes.slice(at, end), values })
    at = end
  }
  return found
}

function readLength(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = bytes[at] ?? 0
  if (first < 0x80) return { length: first, start: at + 1 }
  let length = 0
  for (let index = 1; index <= (first & 0x7f); index += 1) length = length * 256 + (bytes[at + index] ?? 0)
  return { length, start: at + 1 + (first & 0x7f) }
}

/** The dotted form of an object identifier's content. */
export function dotted(content: Uint8Array): string {
  const [first = 0, ...rest] = content
  const numbers = [Math.floor(first / 40), first % 40]
  let number = 0
  for (const byte of rest) {
    number = number * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(number)
      number = 0
    }
  }
  return numbers.join('.')
}

/** The moment of a UTCTime or GeneralizedTime. */
export function momentOf({ tag, content }: Value): number {
  const digits = new TextDecoder().decode(content)
  const year =
    tag === 0x18 ? digits.slice(0, 4) : `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits.slice(0, 2)}`
  const [month, day, hour, minute, second] = (digits.slice(tag === 0x18 ? 4 : 2).match(/\d\d/g) ?? []).map(Number)
  return Date.UTC(Number(year), (month ?? 1) - 1, day, hour, minute, second)
}

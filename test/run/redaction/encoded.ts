import { bytesOf, type Encoding, hex, octal } from './encoding.ts'

const base64 = (value: string | Buffer) => Buffer.from(value).toString('base64')

function dump(value: string, { width, line }: { width: number; line: (row: number[], at: number) => string }): string {
  const bytes = bytesOf(value)
  const rows = Array.from({ length: Math.ceil(bytes.length / width) }, (_, row) =>
    line(bytes.slice(row * width, (row + 1) * width), row * width),
  )
  return rows.join('\n')
}

const gutter = (row: number[]) =>
  row.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')
const offset = (at: number) => at.toString(16).padStart(8, '0')

function base32(value: string): string {
  const bits = bytesOf(value)
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  const groups = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0').match(/.{5}/g) ?? []
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group, 2)]).join('')
}

const NUMBERS: Encoding[] = [
  { name: 'hex', write: (value) => Buffer.from(value).toString('hex') },
  { name: 'hex in capitals', write: (value) => Buffer.from(value).toString('hex').toUpperCase() },
  ...[' ', ':', ', ', '-', ',', '_', ', 0x', ' 0x', '\\x', '\n'].map((separator) => ({
    name: `hex with ${JSON.stringify(separator)}`,
    write: (value: string) => bytesOf(value).map(hex).join(separator),
  })),
  {
    name: 'xxd -p',
    write: (value) =>
      (
        Buffer.from(value)
          .toString('hex')
          .match(/.{1,60}/g) ?? []
      ).join('\n'),
  },
  {
    name: 'xxd',
    write: (value) =>
      dump(value, {
        width: 16,
        line: (row, at) =>
          `${offset(at)}: ${(
            row
              .map(hex)
              .join('')
              .match(/.{1,4}/g) ?? []
          )
            .join(' ')
            .padEnd(41)}${gutter(row)}`,
      }),
    around: '00000000',
  },
  {
    name: 'hexdump -C',
    write: (value) =>
      dump(value, {
        width: 16,
        line: (row, at) => `${offset(at)}  ${row.map(hex).join(' ').padEnd(49)} |${gutter(row)}|`,
      }),
    around: '00000000',
  },
  {
    name: 'od -tx1',
    write: (value) =>
      dump(value, { width: 16, line: (row, at) => `${at.toString(8).padStart(7, '0')} ${row.map(hex).join(' ')}` }),
    around: '0000000',
  },
  {
    name: 'od -b',
    write: (value) =>
      dump(value, { width: 16, line: (row, at) => `${at.toString(8).padStart(7, '0')} ${row.map(octal).join(' ')}` }),
    around: '0000000',
  },
  {
    name: 'od -c',
    write: (value) =>
      dump(value, {
        width: 16,
        line: (row, at) =>
          `${at.toString(8).padStart(7, '0')} ${row.map((byte) => (byte === 10 ? '\\n' : byte > 126 ? octal(byte) : String.fromCharCode(byte)).padStart(3)).join(' ')}`,
      }),
    around: '0000000',
  },
  { name: 'decimal', write: (value) => bytesOf(value).join(' ') },
  { name: 'a Buffer', write: (value) => JSON.stringify(Buffer.from(value)), around: 'typeBufferdata' },
  { name: 'a Buffer, shown', write: (value) => `<Buffer ${bytesOf(value).map(hex).join(' ')}>`, around: 'Buffer' },
  {
    name: 'an array of C',
    write: (value) =>
      `{ ${bytesOf(value)
        .map((byte) => `0x${hex(byte)}`)
        .join(', ')} }`,
    around: '0x',
  },
  {
    name: 'binary',
    write: (value) =>
      bytesOf(value)
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join(' '),
  },
  { name: 'hex of UTF-16', write: (value) => Buffer.from(value, 'utf16le').toString('hex') },
]

const IN_BASE64: Encoding[] = [
  ...['', 'a', 'ab', 'user:', 'token: ', '{"key":"'].flatMap((before) => [
    {
      name: `base64 after ${JSON.stringify(before)}`,
      write: (value: string) => base64(`${before}${value}`),
      around: base64(before),
    },
    {
      name: `base64url after ${JSON.stringify(before)}`,
      write: (value: string) => Buffer.from(`${before}${value}"\n`).toString('base64url'),
      around: base64(`${before}"\nx`),
    },
  ]),
  { name: 'base64 in an address', write: (value) => encodeURIComponent(base64(value)) },
  { name: 'base64 in JSON of PHP', write: (value) => base64(value).replaceAll('/', '\\/') },
  { name: 'base64 of 76 columns', write: (value) => (base64(value.repeat(3)).match(/.{1,76}/g) ?? []).join('\n') },
  { name: 'base64 with CRLF', write: (value) => (base64(value).match(/.{1,20}/g) ?? []).join('\r\n') },
  { name: 'base64 indented', write: (value) => (base64(value).match(/.{1,20}/g) ?? []).join('\n    ') },
  { name: 'base64 in JSON', write: (value) => JSON.stringify((base64(value).match(/.{1,20}/g) ?? []).join('\n')) },
  { name: 'base64 of base64', write: (value) => base64(base64(`user:${value}`)), around: base64(base64('user:xx')) },
  {
    name: 'base64 of JSON',
    write: (value) => base64(JSON.stringify({ password: value })),
    around: base64('{"password":""}xx'),
  },
  { name: 'base64 of an address', write: (value) => base64(encodeURIComponent(value)) },
  { name: 'base64 of hex', write: (value) => base64(Buffer.from(value).toString('hex')) },
  { name: 'base64 of UTF-16', write: (value) => base64(Buffer.from(value, 'utf16le')) },
  { name: 'hex of base64', write: (value) => Buffer.from(base64(value)).toString('hex') },
  { name: 'base32', write: base32 },
  { name: 'base32 in small letters', write: (value) => base32(value).toLowerCase() },
  { name: 'base32 within', write: (value) => base32(`ab${value}`), around: base32('abx') },
]

/** The bytes of a value as numbers, and in base64 and base32. */
export const ENCODED: readonly Encoding[] = [...NUMBERS, ...IN_BASE64]

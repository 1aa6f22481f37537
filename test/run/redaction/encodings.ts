import { execFileSync } from 'node:child_process'
import { ENCODED } from './encoded.ts'
import { bytesOf, type Encoding, hex, octal } from './encoding.ts'

const isPlain = (byte: number) => /[A-Za-z0-9_.-]/.test(String.fromCharCode(byte)) && byte < 128

/** Each byte that is not plain, written in another way. */
const byBytes =
  (write: (byte: number) => string, plain = isPlain) =>
  (value: string) =>
    bytesOf(value)
      .map((byte) => (plain(byte) ? String.fromCharCode(byte) : write(byte)))
      .join('')

/** Each character that is not ASCII, or that `also` names, written in another way. */
const byCharacters =
  (write: (character: string) => string, also = /[\n]/) =>
  (value: string) =>
    [...value].map((one) => (one > '~' || also.test(one) ? write(one) : one)).join('')

const units = (write: (unit: number) => string) => (text: string) =>
  text
    .split('')
    .map((one) => write(one.charCodeAt(0)))
    .join('')

const u4 = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`

/** What bash itself prints for a value in `$S`. */
const bash = (text: string) => (value: string) =>
  execFileSync('bash', ['--norc', '-c', text], {
    env: { S: value, PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

const QUOTED: Encoding[] = [
  { name: 'itself', write: (value) => value },
  { name: 'declare -p', write: bash('declare -p S'), around: 'declare -x S' },
  { name: '%q', write: bash('printf %q "$S"') },
  { name: '@Q', write: bash('printf %s "${S@Q}"') },
  { name: 'set -x', write: bash('exec 2>&1; set -x; : "$S"') },
  { name: 'set', write: bash("set | sed -n '/^S=/p'"), around: 'S' },
  {
    name: 'export -p',
    write: bash('export -p | sed -n "/ S=/,\\$p"'),
    around: 'declare x PATH LC_ALL SHLVL declare x declare x S',
  },
  { name: '%q twice', write: bash('printf %q "$(printf %q "$S")"') },
  { name: 'unquoted', write: bash('set -f; printf "%s " $S') },
  { name: 'single quotes of a shell', write: (value) => `'${value.replaceAll("'", "'\\''")}'` },
  { name: 'quotes within quotes', write: (value) => `'${value.replaceAll("'", `'"'"'`)}'` },
  { name: 'double quotes of a shell', write: (value) => `"${value.replaceAll(/["\\$`]/g, '\\$&')}"` },
  { name: 'doubled quotes', write: (value) => `'${value.replaceAll("'", "''")}'` },
  { name: 'CSV', write: (value) => `"${value.replaceAll('"', '""')}"` },
  { name: 'a Makefile', write: (value) => value.replaceAll('$', '$$$$') },
  { name: 'a format', write: (value) => value.replaceAll('%', '%%') },
  { name: 'fish', write: (value) => `'${value.replaceAll(/['\\]/g, '\\$&')}'` },
  { name: 'a regular expression', write: (value) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') },
]

const ESCAPED: Encoding[] = [
  { name: 'JSON', write: (value) => JSON.stringify(value) },
  { name: 'JSON in JSON', write: (value) => JSON.stringify(JSON.stringify(value)) },
  { name: 'JSON three deep', write: (value) => JSON.stringify(JSON.stringify(JSON.stringify(value))) },
  { name: 'JSON in ASCII', write: (value) => byCharacters(units(u4), /$^/)(JSON.stringify(value)) },
  {
    name: 'JSON in capitals',
    write: (value) =>
      byCharacters(
        units((unit) => u4(unit).toUpperCase().replace('U', 'u')),
        /$^/,
      )(JSON.stringify(value)),
  },
  { name: 'JSON all escaped', write: units(u4) },
  { name: 'JSON in a shell', write: (value) => `'${JSON.stringify(value).replaceAll("'", "'\\''")}'` },
  { name: 'JSON in YAML', write: (value) => `'${JSON.stringify(value).replaceAll("'", "''")}'` },
  {
    name: 'JSON for HTML',
    write: (value) => JSON.stringify(value).replaceAll(/[<>&']/g, (one) => u4(one.charCodeAt(0))),
  },
  { name: 'repr of Python', write: (value) => `'${value.replaceAll(/['\\]/g, '\\$&').replaceAll('\n', '\\n')}'` },
  {
    name: 'ascii of Python',
    write: (value) =>
      byCharacters(
        (one) => `\\x${hex(one.charCodeAt(0))}`,
        /$^/,
      )(value.replaceAll(/['\\]/g, '\\$&').replaceAll('\n', '\\n')),
  },
  {
    name: 'bytes of Python',
    write: (value) =>
      `'${byBytes((byte) => (byte === 10 ? '\\n' : byte > 127 ? `\\x${hex(byte)}` : `${byte === 39 ? '\\' : ''}${String.fromCharCode(byte)}`))(value)}'`,
  },
  { name: 'JavaScript braces', write: byCharacters((one) => `\\u{${one.codePointAt(0)?.toString(16)}}`) },
  { name: '\\U', write: byCharacters((one) => `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`) },
  { name: '%u', write: byCharacters((one) => `%u${one.charCodeAt(0).toString(16).padStart(4, '0')}`) },
  { name: 'C in octal', write: byBytes((byte) => `\\${octal(byte)}`) },
  {
    name: 'C in octal, all',
    write: byBytes(
      (byte) => `\\${octal(byte)}`,
      () => false,
    ),
  },
  { name: 'echo -e in octal', write: byBytes((byte) => `\\0${octal(byte)}`) },
  { name: 'C in hex', write: byBytes((byte) => `\\x${hex(byte)}`) },
  {
    name: 'C in hex, all',
    write: byBytes(
      (byte) => `\\x${hex(byte)}`,
      () => false,
    ),
  },
  {
    name: 'cat -v',
    write: byBytes(
      (byte) =>
        byte > 127
          ? `M-${byte < 160 ? `^${String.fromCharCode((byte - 128) ^ 64)}` : String.fromCharCode(byte - 128)}`
          : `^${String.fromCharCode(byte ^ 64)}`,
      (byte) => byte > 31 && byte < 127,
    ),
  },
  {
    name: 'ls -q',
    write: byBytes(
      () => '?',
      (byte) => byte > 31 && byte < 127,
    ),
  },
  { name: 'ASCII with question marks', write: byCharacters(() => '?') },
  { name: 'misread as Latin-1', write: (value) => Buffer.from(value).toString('latin1') },
  {
    name: 'misread as UTF-8',
    write: byBytes(
      () => '\ufffd',
      (byte) => byte < 128,
    ),
  },
]

const ADDRESSES: Encoding[] = [
  { name: 'encodeURIComponent', write: encodeURIComponent },
  {
    name: 'encodeURIComponent in small letters',
    write: (value) => encodeURIComponent(value).replaceAll(/%../g, (one) => one.toLowerCase()),
  },
  { name: 'encodeURIComponent twice', write: (value) => encodeURIComponent(encodeURIComponent(value)) },
  { name: 'encodeURI', write: encodeURI },
  { name: 'a form', write: (value) => new URLSearchParams([['', value]]).toString().slice(1) },
  {
    name: 'a form with CRLF',
    write: (value) => new URLSearchParams([['', value.replaceAll('\n', '\r\n')]]).toString().slice(1),
  },
  {
    name: 'percent, all',
    write: byBytes(
      (byte) => `%${hex(byte)}`,
      () => false,
    ),
  },
  { name: 'percent in Latin-1', write: byCharacters((one) => `%${hex(one.charCodeAt(0))}`) },
  {
    name: 'quoted-printable',
    write: byBytes(
      (byte) => `=${hex(byte).toUpperCase()}`,
      (byte) => byte > 31 && byte < 127 && byte !== 61,
    ),
  },
  {
    name: 'HTML',
    write: (value) =>
      value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  },
  { name: 'HTML with &apos;', write: (value) => value.replaceAll('"', '&quot;').replaceAll("'", '&apos;') },
  { name: 'HTML in decimal', write: byCharacters((one) => `&#${one.codePointAt(0)};`, /[\n"'&<>]/) },
  { name: 'HTML in hex', write: byCharacters((one) => `&#x${one.codePointAt(0)?.toString(16)};`, /[\n"'&<>]/) },
  { name: 'HTML, all', write: byCharacters((one) => `&#${one.codePointAt(0)};`, /./s) },
  { name: 'XML with zeros', write: byCharacters((one) => `&#x${one.codePointAt(0)?.toString(16).padStart(4, '0')};`) },
]

const SHOWN: Encoding[] = [
  { name: 'CRLF', write: (value) => value.replaceAll('\n', '\r\n') },
  {
    name: 'coloured by grep',
    write: (value) =>
      `${value.slice(0, 5)}\u001b[01;31m\u001b[K${value.slice(5, 12)}\u001b[m\u001b[K${value.slice(12)}`,
  },
  { name: 'with a title between', write: (value) => `${value.slice(0, 9)}\u001b]0;title\u0007${value.slice(9)}` },
  { name: 'one character a line', write: (value) => [...value].join('\n') },
  { name: 'spaced out', write: (value) => [...value].join(' ') },
  { name: 'indented', write: (value) => value.replaceAll(/^/gm, '      ') },
  { name: 'quoted in mail', write: (value) => (value.match(/.{1,9}|\n/g) ?? []).join('\n> ') },
  { name: 'in a frame', write: (value) => (value.match(/.{1,9}|\n/g) ?? []).join('\n    │ ') },
  {
    name: 'pieces of Python',
    write: (value) =>
      (
        JSON.stringify(value)
          .slice(1, -1)
          .match(/(\\.|.){1,9}/g) ?? []
      )
        .map((one) => `"${one}"`)
        .join('\n '),
  },
]

/** Ways in which a value of several lines, with quotes and letters that are not ASCII, may be printed. */
export const ENCODINGS: readonly Encoding[] = [...QUOTED, ...ESCAPED, ...ADDRESSES, ...ENCODED, ...SHOWN]

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { byStream, createRedactor } from '#run/redact.ts'
import type { Piece } from '#run/redaction/output.ts'
import { HOSTILE } from '../support/hostile.ts'

const SECRET = 'c0rrect-Horse/battery+staple?'
const { text, data, printed, output } = createRedactor([SECRET])

/** A filter of one stream. */
function stream() {
  const filter = output()
  const joined = (pieces: readonly Piece[]) => pieces.map(({ chunk }) => chunk).join('')
  return {
    push: (chunk: string) => {
      filter.push('stdout', chunk)
      return joined(filter.settle())
    },
    release: () => joined(filter.release()),
    flush: () => joined(filter.flush()),
  }
}

/** What is shown of pieces that come one after another, or so close that either may come first. */
function both(pieces: readonly Piece[], together = false) {
  const filter = output()
  const shown = pieces.flatMap(({ stream, chunk }) => {
    filter.push(stream, chunk)
    return together ? [] : filter.settle()
  })
  return byStream([...shown, ...filter.flush()])
}

test.each([
  ['raw', SECRET],
  ['base64', Buffer.from(SECRET).toString('base64')],
  ['base64url', Buffer.from(SECRET).toString('base64url')],
  ['base64 inside a longer text, shift 0', Buffer.from(`abc${SECRET}`).toString('base64')],
  ['base64 inside a longer text, shift 1', Buffer.from(`user:${SECRET}`).toString('base64')],
  ['base64 inside a longer text, shift 2', Buffer.from(`ab${SECRET}\n`).toString('base64')],
  ['hex', Buffer.from(SECRET).toString('hex')],
  ['URL', encodeURIComponent(SECRET)],
  ['JSON', JSON.stringify({ password: SECRET })],
])('hides a secret given %s', (_, printed) => {
  const masked = text(`before ${printed} after`)
  expect(masked).toContain('***')
  expect(masked).not.toContain(SECRET.slice(4, 20))
  expect(masked).not.toContain(Buffer.from(SECRET).toString('base64').slice(8, 24))
})

test('hides a secret split across chunks at every place', () => {
  for (let cut = 0; cut <= SECRET.length; cut++) {
    const filter = stream()
    const line = `a${SECRET}b`
    const out = filter.push(line.slice(0, cut + 1)) + filter.push(line.slice(cut + 1)) + filter.flush()
    expect(out).toBe('a***b')
  }
})

test('hides a secret that comes one character at a time', () => {
  const filter = stream()
  const out = [...`x${SECRET}${SECRET}y`].map((character) => filter.push(character)).join('') + filter.flush()
  expect(out).toBe('x******y')
})

test('gives back what only looked like the start of a secret', () => {
  const filter = stream()
  const out = filter.push('c0rrect-') + filter.push('ly done\n') + filter.flush()
  expect(out).toBe('c0rrect-ly done\n')
})

test('hides secrets anywhere in data, in keys too', () => {
  expect(JSON.stringify(data({ a: [{ [SECRET]: `x${SECRET}` }], n: 1 }))).toBe('{"a":[{"***":"x***"}],"n":1}')
})

test.each(Object.entries(HOSTILE).filter(([, value]) => value.length > 3))('hides a secret of %s', (_, secret) => {
  expect(createRedactor([secret]).text(`[${secret}]`)).toBe('[***]')
})

test('hides each long line of a secret of several lines', () => {
  const key = '-----BEGIN KEY-----\nMIIBVgIBADANBgkq\n-----END KEY-----\n'
  expect(createRedactor([key]).text('log: MIIBVgIBADANBgkq')).toBe('log: ***')
})

test.each([
  ['the second line', '\n', 'ñandú+sécond'],
  ['a line between', '\r\n', 'third-line:9'],
])('hides %s of a secret alone, in base64 too', (_, end, line) => {
  const { text: hide } = createRedactor([['first "line"', 'ñandú+sécond', 'third-line:9', 'the last'].join(end)])
  expect(hide(`got ${line}`)).toBe('got ***')
  expect(hide(`got ${Buffer.from(line).toString('base64')}`)).toMatch(/^got \*\*\*=*$/)
})

test('lets lines be that are ordinary words, numbers or brackets', () => {
  const { text: hide } = createRedactor(['{\n  "type": "service_account",\n  "n": true,\n  42\n}'])
  expect(hide('{ true, 42 }')).toBe('{ true, 42 }')
  expect(hide('{"type": "service_account"}')).toBe('{***}')
})

describe('what is split across both streams', () => {
  const [first, second] = [SECRET.slice(0, 11), SECRET.slice(11)] as const
  const out = (chunk: string): Piece => ({ stream: 'stdout', chunk })
  const err = (chunk: string): Piece => ({ stream: 'stderr', chunk })

  test.each([
    ['as it comes', [out(`a${first}`), err(`${second}b`)], { stdout: 'a***', stderr: 'b' }],
    ['the other way round', [err(`a${first}`), out(`${second}b`)], { stdout: 'b', stderr: 'a***' }],
    [
      'while the other prints',
      [out(first), err('Warning! '), out(`${second}b`)],
      { stdout: '***b', stderr: 'Warning! ' },
    ],
    ['in three', [out('c0rrect-'), err('Horse/'), out('battery+staple?b')], { stdout: '***b', stderr: '' }],
  ])('is hidden, %s', (_, pieces, shown) => {
    expect(both(pieces)).toEqual(shown)
  })

  test.each([
    ['second', [err(`${second}b`), out(`a${first}`)], { stdout: 'a***', stderr: '***b' }],
    [
      'second, after more of the same stream',
      [err(`+ x\n${second}b`), out(`a${first}`)],
      { stdout: 'a***', stderr: '+ x\n***b' },
    ],
    [
      'first, before more of the same stream',
      [out(`a${first}`), err(`+ x\n${second}b`)],
      { stdout: 'a***', stderr: '+ x\n***b' },
    ],
    ['before it comes again', [out(`${first}${first} `), err(`${second}b`)], { stdout: '******', stderr: 'b' }],
  ])('is hidden when the first part is read %s', (_, pieces, shown) => {
    expect(both(pieces, true)).toEqual(shown)
  })

  test('is hidden in the whole, whichever stream it begins in', () => {
    expect(printed({ stdout: `a${first}`, stderr: `${second}b` })).toEqual({ stdout: 'a***', stderr: 'b' })
    expect(printed({ stdout: `${second}b`, stderr: `a${first}` })).toEqual({ stdout: '***b', stderr: 'a***' })
  })
})

describe('what may be the start of a secret', () => {
  test('is all that waits', () => {
    const filter = stream()
    expect(filter.push('Continue? [y/N] ')).toBe('Continue? [y/N] ')
    expect(filter.push('x c0')).toBe('x ')
    expect(filter.push('py! ')).toBe('c0py! ')
  })

  test('is shown after a pause, and no more of it when it becomes one', () => {
    const filter = stream()
    expect(filter.push('user: c0rr')).toBe('user: ')
    expect(filter.release()).toBe('c0rr')
    expect(filter.push(`${SECRET.slice(4)}! `)).toBe('***! ')
  })

  test('waits longer when it can be nothing else', () => {
    const filter = stream()
    expect(filter.push(`user: ${SECRET.slice(0, -1)}`)).toBe('user: ')
    expect(filter.release()).toBe('')
    expect(filter.push('? ')).toBe('*** ')
    expect(filter.flush()).toBe('')
  })
})

describe('output without a secret is the same, byte for byte', () => {
  const ordinary = [
    'c0rrect-Horse battery staple',
    Buffer.from('c0rrect-House/battery+staple?').toString('base64').slice(0, 12),
    '\u001b[32mdone\u001b[0m\r\n\tñ 🚀 \\x63\\x30 %63%30 {"a":"\\u0063"}\u0000\u0007',
    '00000000  63 30 72 72 65 63 74 2d  |c0rrect-|\n00000008\n',
    readFileSync('pnpm-lock.yaml', 'utf8').slice(0, 20_000),
  ].join('\n')

  test.each([1, 2, 3, 7, 64, 4096])('in chunks of %i', (size) => {
    const filter = stream()
    const chunks = Array.from({ length: Math.ceil(ordinary.length / size) }, (_, index) =>
      filter.push(ordinary.slice(index * size, (index + 1) * size)),
    )
    expect(chunks.join('') + filter.flush()).toBe(ordinary)
    expect(text(ordinary)).toBe(ordinary)
  })
})

test('a short secret is hidden as it is and as it is quoted, and nothing else', () => {
  const { text: hide } = createRedactor(["it's", 'abc'])
  expect(hide(`it's "abc" 'it'\\''s' a"b"c ab\nc`)).toBe(`*** "***" '***' a"b"c ab\nc`)
})

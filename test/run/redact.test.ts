import { expect, test } from 'vitest'
import { createRedactor } from '#run/redact.ts'
import { HOSTILE } from '../support/hostile.ts'

const SECRET = 'c0rrect-Horse/battery+staple?'
const { text, data, stream } = createRedactor([SECRET])

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

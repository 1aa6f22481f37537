import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PARAMETER_TYPES, type Parameter } from '#schema/parameter/parameter.ts'
import { checkParameter } from '#schema/parameter/type.ts'
import { kindsOf } from '#variation/values.ts'

const parameter = (type: Parameter['type']): Parameter => ({
  type,
  label: { es: 'Valor', en: 'Value' },
  example: type === 'choice' ? 'backend' : '1.2.4',
  ...(type === 'choice' && { choices: ['backend', 'web', 'file-manager'] }),
})

const valuesOf = (one: Parameter, count = 40) =>
  kindsOf(one).flatMap((kind) => fc.sample(kind, { numRuns: count, seed: 7 }))

describe('every value fits its type', () => {
  test.each(PARAMETER_TYPES)('%s', (type) => {
    const one = parameter(type)
    fc.assert(
      fc.property(fc.oneof(...kindsOf(one)), (value) => {
        expect(checkParameter(value, one)).toBeUndefined()
        expect(value).not.toBe(one.example)
        expect(value).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 1000 },
    )
  })
})

test('a parameter has the values that readers have and the example has not', () => {
  const tags = valuesOf(parameter('image-tag'))
  for (const shape of [/^\d\d\.\d+\.\d+$/, /^20\d\d\.\d+\.\d+$/, /^[0-9a-f]{40}$/, /^[0-9a-f]{7}$/, /^.{128}$/])
    expect(tags).toContainEqual(expect.stringMatching(shape))
  const names = valuesOf(parameter('name'))
  for (const shape of [/^.{63}$/, /^[a-z]\w+-\d+-[a-z]+$/]) expect(names).toContainEqual(expect.stringMatching(shape))
  const hosts = valuesOf(parameter('hostname'))
  for (const shape of [/^[^.]+$/, /^([^.]+\.){5}/, /^\d/]) expect(hosts).toContainEqual(expect.stringMatching(shape))
  expect(valuesOf(parameter('port'))).toEqual(expect.arrayContaining(['1', '65535']))
  expect(new Set(valuesOf(parameter('choice')))).toEqual(new Set(['web', 'file-manager']))
  expect(new Set(valuesOf(parameter('gcp-region'), 400)).size).toBeGreaterThan(20)
})

test.each([8, 33, 64, 200])('no secret is shorter than an example of %i characters', (length) => {
  const secrets = valuesOf({ ...parameter('secret'), example: 'x'.repeat(length) })
  expect(Math.min(...secrets.map((secret) => secret.length))).toBeGreaterThanOrEqual(length)
  expect(new Set(secrets.map((secret) => secret.length)).size).toBeGreaterThan(5)
  expect([...new Set(secrets.join(''))]).toEqual(expect.arrayContaining([...'$#!&%']))
})

test('a choice that has no other value is left as it is', () => {
  expect(kindsOf({ ...parameter('choice'), choices: ['backend'] })).toEqual([])
})

test.each([
  ['leaves out the longest names', 'name', '[a-z][a-z0-9-]{2,40}[a-z0-9]'],
  ['fits none of the kinds', 'name', 'x{3}-y{20}-[0-9]{7}'],
  ['fits some of the ports', 'port', '[2-9][0-9]{3}|[1-9][0-9]{4}'],
] as const)('a pattern that %s has values, and ends', (_, type, pattern) => {
  const one = { ...parameter(type), pattern }
  const values = valuesOf(one)
  expect(values.length).toBeGreaterThan(0)
  for (const value of values) expect(value).toMatch(new RegExp(`^(?:${pattern})$`))
})

import { expect, test } from 'vitest'
import type { ParameterType } from '#schema/parameter/parameter.ts'
import { checkParameter, describeParameter } from '#schema/parameter/type.ts'

test.each<[ParameterType, readonly string[], readonly string[]]>([
  [
    'gcp-project-id',
    ['my-project', 'abc123'],
    ['short', 'My-project', '1project', 'my-project-', 'my-google-app', 'x'.repeat(31), ''],
  ],
  ['gcp-region', ['europe-west1', 'us-central1'], ['europe-west99', 'europe', 'EUROPE-WEST1', '']],
  ['port', ['1', '8080', '65535'], ['0', '70000', '08080', '8080x', '-1', '']],
  ['image-tag', ['v1', '1.10', '_x'], ['latest', '.v1', 'a/b', 'x'.repeat(129), '-v1', '']],
  ['name', ['app', 'my-app-1'], ['App', 'app-', '1app', 'x'.repeat(64), '']],
  ['user', ['deploy', 'deploy_2', '_apt'], ['Deploy', '2deploy', 'a b', 'a.b', 'x'.repeat(33), '']],
  ['email', ['me@example.com'], ['me', 'me@', '@example.com', 'me@example', 'a b@example.com']],
  ['hostname', ['app.example.com', 'localhost'], ['-x', 'a..b', 'a_b', '']],
  [
    'url',
    ['https://example.com/x', 'http://localhost:8080'],
    ['ftp://example.com', 'https://', 'https://a b', 'example.com'],
  ],
  ['integer', ['0', '42'], ['1.5', '042', 'x', '9'.repeat(20), '']],
  ['text', ['Hola, ñandú 😀'], ['', 'a\nb', '-x']],
  ['secret', ['-starts with a hyphen', 'a\nb'], ['', 'x\n', 'a\0b']],
])('%s', (type, good, bad) => {
  for (const value of good) expect(checkParameter(value, { type }), value).toBeUndefined()
  for (const value of bad)
    expect(checkParameter(value, { type }), value).toEqual({ es: expect.any(String), en: expect.any(String) })
})

test('a choice is one of those declared', () => {
  const parameter = { type: 'choice', choices: ['a', 'b'] } as const
  expect(checkParameter('a', parameter)).toBeUndefined()
  expect(checkParameter('c', parameter)).toEqual({ es: 'se esperaba uno de: a, b', en: 'expected one of: a, b' })
  expect(describeParameter(parameter).en).toBe('one of: a, b')
})

test('a value has the whole form its page wants, besides its type', () => {
  const parameter = { type: 'secret', pattern: '[^$]{3,}' } as const
  expect(checkParameter('abc', parameter)).toBeUndefined()
  expect(checkParameter('', parameter)).toEqual({
    es: expect.stringContaining('un secreto'),
    en: expect.stringContaining('a secret'),
  })
  for (const value of ['ab', 'abc$'])
    expect(checkParameter(value, parameter)).toEqual({
      es: 'se esperaba un valor con la forma [^$]{3,}',
      en: 'expected a value of the form [^$]{3,}',
    })
})

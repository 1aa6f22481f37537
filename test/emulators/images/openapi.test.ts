import { describe, expect, test } from 'vitest'
import { exampleValue } from '#emulators/images/example-value.ts'
import { respond } from '#emulators/images/openapi.ts'
import { withRequest } from '#emulators/images/openapi-request.ts'
import { NotModelled } from '#emulators/model.ts'
import type { HttpRequest } from '#emulators/network/network.ts'

const json = (example: unknown) => ({ content: { 'application/json': { example } } })

const DOCUMENT = {
  paths: {
    '/say': {
      post: {
        'x-counts': '$request.body#/who/name',
        'x-not-modelled': { '$request.body#/text': '^sing' },
        responses: {
          200: json({
            text: '{$request.body#/text} {$request.query.tone}!',
            n: '{$request.body#/n}',
            times: '{$count}',
          }),
          429: { ...json({ error: 'busy' }), 'x-when': { '$request.body#/text': 'too much' } },
        },
      },
    },
    '/people/{name}': {
      delete: {
        'x-forgets': '$request.path.name',
        responses: {
          200: json({ name: '{$request.path.name}', known: '{$known}' }),
          401: { ...json({ error: 'who?' }), 'x-unless': { '$request.header.authorization': 'Bearer ${TOKEN}' } },
          404: { ...json({}), 'x-when': { '$request.header.x-forwarded-for': true } },
        },
      },
    },
  },
}

function server() {
  const answering = { env: { TOKEN: 'secret' }, memory: new Map<string, number>() }
  return (
    method: string,
    path: string,
    { body, headers = {} }: { body?: object; headers?: Record<string, string> },
  ) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    const answer = respond(DOCUMENT, { method, url: new URL(path, 'http://x'), headers, body: text }, answering)
    return `${answer.status} ${answer.body}`
  }
}

const AUTHORIZED = { Authorization: 'Bearer secret' }

describe('an answer that depends on the request', () => {
  test('says what the request says', () => {
    const ask = server()
    expect(ask('POST', '/say?tone=loud', { body: { text: 'hi', n: 3, who: { name: 'ana' } } })).toBe(
      '200 {"text":"hi loud!","n":3,"times":1}',
    )
    expect(ask('POST', '/say', { body: { text: 'hi' } })).toBe('200 {"text":"hi !","n":null,"times":1}')
  })

  test('a response is meant when its conditions hold', () => {
    const ask = server()
    expect(ask('POST', '/say', { body: { text: 'too much' } })).toBe('429 {"error":"busy"}')
    expect(ask('DELETE', '/people/ana', {})).toBe('401 {"error":"who?"}')
    expect(ask('DELETE', '/people/ana', { headers: { Authorization: 'Bearer wrong' } })).toBe('401 {"error":"who?"}')
    expect(ask('DELETE', '/people/ana', { headers: { ...AUTHORIZED, 'X-Forwarded-For': '203.0.113.1' } })).toBe(
      '404 {}',
    )
  })

  test('counts by what it is told to, until it forgets', () => {
    const ask = server()
    const say = (name: string) => ask('POST', '/say', { body: { text: 'hi', n: 0, who: { name } } }).slice(-2, -1)
    expect([say('ana'), say('ana'), say('eva')]).toEqual(['1', '2', '1'])
    expect(ask('POST', '/say', { body: { text: 'too much', who: { name: 'ana' } } })).toContain('429')
    expect([1, 2].map(() => ask('DELETE', '/people/ana', { headers: AUTHORIZED }))).toEqual([
      '200 {"name":"ana","known":true}',
      '200 {"name":"ana","known":false}',
    ])
    expect([say('ana'), say('eva')]).toEqual(['1', '2'])
  })

  test('what no example can answer is not modelled', () => {
    expect(() => server()('POST', '/say', { body: { text: 'Sing!' } })).toThrow(NotModelled)
  })
})

test.each([
  ['{$request.header.x-y}', 'h'],
  ['{$request.query.q}', 'v'],
  ['{$request.path.id}', 'a b'],
  ['{$request.body#/a/b}', [1]],
  ['{$request.body#/none/b}', null],
  ['<{$request.query.none}>', '<>'],
  ['{$request.cookie.x}', '{$request.cookie.x}'],
])('the expression %s', (text, value) => {
  const request: HttpRequest = {
    method: 'GET',
    url: new URL('http://x/items/a%20b?q=v'),
    headers: { 'X-Y': 'h' },
    body: '{"a":{"b":[1]}}',
  }
  expect(withRequest(text, { request, path: '/items/{id}' })).toEqual(value)
})

test.each([
  ['${A@json}', [1]],
  ['${NONE@json}', []],
  ['${NONE:-3600@json}', 3600],
  ['${LIST@json}', ['a', 'b']],
  ['${NONE@optional}', undefined],
  ['${A@optional}', '[1]'],
  ['${A@set:yes:no}', 'yes'],
  ['${NONE@set:yes:no}', 'no'],
  ['${NONE:-x}', 'x'],
])('the value of %s', (text, value) => {
  expect(exampleValue(text, { A: '[1]', LIST: 'a, b', NONE: '' })).toEqual(value)
})

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
    '/order': {
      post: {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { type: 'object', required: ['item'], properties: {} } } },
        },
        responses: {
          200: json({ ok: true }),
          401: { ...json({ error: 'who?' }), 'x-unless': { '$request.header.authorization': 'Bearer ${TOKEN}' } },
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
  const answering = { env: { TOKEN: 'secret' }, memory: new Map<string, number>(), upMs: 0 }
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

  test('who asks counts before what is asked', () => {
    const ask = server()
    const headers = { ...AUTHORIZED, 'Content-Type': 'application/json' }
    expect(ask('POST', '/order', { body: {} })).toBe('401 {"error":"who?"}')
    expect(ask('POST', '/order', { body: {}, headers })).toMatch(/^422 .*"item"/)
    expect(ask('POST', '/order', { body: { item: 1 }, headers })).toBe('200 {"ok":true}')
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

describe('what a service of a model needs of an emulated app', () => {
  const Case = {
    type: 'object',
    properties: {
      age: { type: 'integer', minimum: 18, maximum: 90 },
      plan: { type: 'string', enum: ['monthly', 'annual', 'none'] },
      kind: { const: 'person' },
    },
    required: ['age'],
    additionalProperties: false,
  }
  const ask = (schema: unknown, counts: string, example: unknown) => ({
    post: {
      requestBody: { required: true, content: { 'application/json': { schema, example } } },
      responses: { 200: json({ said: counts }) },
      'x-counts': counts,
      'x-example-only': true,
    },
  })
  const rows = { type: 'array', items: Case, minItems: 1, maxItems: 2 }
  const document = {
    paths: {
      '/ready': {
        get: {
          responses: { 200: json({ ready: true }), 503: { ...json({ ready: false }), 'x-until': '${DELAY:-0}' } },
        },
      },
      '/predict': ask(Case, 'predictions', { age: 30, plan: 'annual' }),
      '/batch': ask({ type: 'object', properties: { rows } }, 'batches', { rows: [{ age: 30 }] }),
      '/metrics': {
        get: {
          responses: {
            200: { content: { 'text/plain': { example: 'n {$counted/predictions}\n{$counted/batches?some:none}' } } },
          },
        },
      },
    },
  }
  function app(env: Record<string, string> = {}, upMs = 0) {
    const answering = { env, memory: new Map<string, number>(), upMs }
    return (method: string, path: string, body?: unknown) => {
      const headers = { 'content-type': 'application/json' }
      const text = body === undefined ? '' : JSON.stringify(body)
      return respond(document, { method, url: new URL(path, 'http://x'), headers, body: text }, answering)
    }
  }

  test('an answer until so many seconds have passed', () => {
    expect([0, 1999, 2000].map((upMs) => app({ DELAY: '2' }, upMs)('GET', '/ready').status)).toEqual([503, 503, 200])
    expect(app()('GET', '/ready').status).toBe(200)
  })

  test('counts by name, which every example may tell', () => {
    const service = app()
    expect(service('GET', '/metrics').body).toBe('n 0\nnone')
    service('POST', '/predict', { plan: 'annual', age: 30 })
    service('POST', '/predict', { age: 30, plan: 'annual' })
    service('POST', '/batch', { rows: [{ age: 30 }] })
    expect(service('GET', '/metrics').body).toBe('n 2\nsome')
  })

  test('another body than the example is not modelled', () => {
    expect(() => app()('POST', '/predict', { age: 31, plan: 'annual' })).toThrow(NotModelled)
    expect(() => app()('POST', '/batch', { rows: [] as unknown[] })).not.toThrow()
    expect(() => app()('POST', '/batch', { rows: [{ age: 30 }, { age: 30 }] })).toThrow(NotModelled)
  })

  test.each([
    ['/predict', { age: 17 }, ['age', 'greater_than_equal', 'Input should be greater than or equal to 18']],
    ['/predict', { age: 91 }, ['age', 'less_than_equal', 'Input should be less than or equal to 90']],
    [
      '/predict',
      { age: 30, plan: 'weekly' },
      ['plan', 'literal_error', "Input should be 'monthly', 'annual' or 'none'"],
    ],
    ['/predict', { age: 30, plan: 3 }, ['plan', 'literal_error', "Input should be 'monthly', 'annual' or 'none'"]],
    ['/predict', { age: 30, kind: 'dog' }, ['kind', 'literal_error', "Input should be 'person'"]],
    ['/predict', { age: 30, other: 1 }, ['other', 'extra_forbidden', 'Extra inputs are not permitted']],
    ['/batch', { rows: [] }, ['rows', 'too_short', 'List should have at least 1 item after validation, not 0']],
    ['/batch', { rows: [1, 2, 3] }, ['rows', 'too_long', 'List should have at most 2 items after validation, not 3']],
    ['/batch', { rows: [{ age: 30 }, { age: 1 }] }, ['age', 'greater_than_equal', expect.any(String)]],
  ])('%s refuses %j in the words of Pydantic', (path, body, [field, type, msg]) => {
    const { status, body: text } = app()('POST', path, body)
    const { detail } = JSON.parse(text)
    expect({ status, detail }).toMatchObject({ status: 422, detail: [{ type, msg }] })
    expect(detail[0].loc.at(-1)).toBe(field)
    expect(detail).toHaveLength(1)
  })
})

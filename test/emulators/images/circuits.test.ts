import { describe, expect, test } from 'vitest'
import { createCircuits } from '#emulators/images/circuits.ts'
import { respond } from '#emulators/images/openapi.ts'
import { logOf, makeCalls } from '#emulators/images/openapi-calls.ts'
import type { HttpRequest, HttpResponse, NetworkFailure } from '#emulators/network/network.ts'

const DOCUMENT = {
  paths: {
    '/': {
      post: {
        'x-calls': [
          {
            id: 'shop',
            'x-when': { '$env/SHOP': true },
            circuit: { name: 'shop', failures: '${FAILURES:-2}', reset: '60' },
            request: 'GET http://${SHOP}/',
          },
        ],
        'x-log': [
          [
            {
              'x-when': { '$steps.shop.statusCode': '200' },
              line: '{"at": "{$now}", "said": "answered", "circuit": "{$circuit/shop}"}',
            },
            { 'x-matches': { '$steps.shop.statusCode': '.' }, line: 'failed {$circuit/shop}' },
          ],
          [{ line: 'request' }],
        ],
        responses: {
          200: {
            content: {
              'application/json': {
                examples: {
                  answered: { 'x-when': { '$steps.shop.statusCode': '200' }, value: { shop: true } },
                  alone: { value: { shop: false } },
                },
              },
            },
          },
          503: {
            'x-when': { '$circuit/shop': 'open', '$steps.shop.statusCode': true },
            content: { 'application/json': { example: { just: 'opened' } } },
          },
        },
      },
      get: {
        responses: {
          200: {
            content: {
              'text/plain': {
                example: [
                  { line: '# shop' },
                  { 'x-when': { '$env/SHOP': true }, line: 'open {$circuit/shop=open?1:0}' },
                ],
              },
            },
          },
        },
      },
    },
  },
}

function app(env: Record<string, string>) {
  let now = 0
  const circuits = createCircuits(() => now)
  const calls: string[] = []
  let shop: HttpResponse | NetworkFailure = { status: 500, headers: {}, body: '' }
  const fetch = async ({ url }: HttpRequest) => {
    calls.push(url.href)
    return shop
  }
  const ask = async (method: string) => {
    const request = { method, url: new URL('http://app/'), headers: {}, body: '' }
    const answering = { env, memory: new Map<string, number>(), upMs: now, now, circuits }
    const steps = await makeCalls(DOCUMENT, request, { ...answering, fetch })
    const { status, body } = respond(DOCUMENT, request, { ...answering, steps })
    return `${status} ${body} ${logOf(DOCUMENT, request, { ...answering, steps }).join(', ')}`.trim()
  }
  return {
    ask,
    calls,
    pass: (seconds: number) => {
      now += seconds * 1000
    },
    answers: (answer: HttpResponse | NetworkFailure) => {
      shop = answer
    },
  }
}

describe('an app that calls another through a circuit breaker', () => {
  test('opens after failures in a row, tries one call when its time is over, and closes when that succeeds', async () => {
    const { ask, calls, pass, answers } = app({ SHOP: 'shop' })
    expect(await ask('POST')).toBe('200 {"shop":false} failed closed, request')
    answers('refused')
    await ask('POST')
    expect(await ask('GET')).toBe('200 # shop\nopen 1')
    expect(await ask('POST')).toBe('200 {"shop":false} request')
    expect(calls).toHaveLength(2)
    pass(60)
    answers({ status: 500, headers: {}, body: '' })
    expect(await ask('POST')).toBe('503 {"just":"opened"} failed open, request')
    pass(59)
    await ask('POST')
    expect(calls).toHaveLength(3)
    pass(1)
    answers({ status: 200, headers: {}, body: '' })
    expect(await ask('POST')).toBe(
      '200 {"shop":true} {"at": "1970-01-01T00:02:00.000000+00:00", "said": "answered", "circuit": "closed"}, request',
    )
    expect(await ask('GET')).toBe('200 # shop\nopen 0')
  })

  test('an answer between failures closes it again', async () => {
    const { ask, calls, answers } = app({ SHOP: 'shop' })
    await ask('POST')
    answers({ status: 200, headers: {}, body: '' })
    await ask('POST')
    answers('timeout')
    await ask('POST')
    await ask('POST')
    expect(calls).toHaveLength(4)
    await ask('POST')
    expect(calls).toHaveLength(4)
  })

  test('does not call what it has no address of, and has no line about it', async () => {
    const { ask, calls } = app({})
    expect(await ask('POST')).toBe('200 {"shop":false} request')
    expect(await ask('GET')).toBe('200 # shop')
    expect(calls).toEqual([])
  })
})

test('a response may take one from what was counted', () => {
  const document = {
    paths: {
      '/fault': { post: { 'x-counts': 'faults', responses: { 204: {} } } },
      '/': { get: { responses: { 200: {}, 500: { 'x-when': { '$counted/faults': true }, 'x-takes': 'faults' } } } },
    },
  }
  const memory = new Map<string, number>()
  const ask = (method: string, path: string) =>
    respond(document, { method, url: new URL(path, 'http://x'), headers: {}, body: '' }, { env: {}, memory, upMs: 0 })
      .status
  expect([ask('POST', '/fault'), ask('POST', '/fault')]).toEqual([204, 204])
  expect([1, 2, 3].map(() => ask('GET', '/'))).toEqual([500, 500, 200])
})

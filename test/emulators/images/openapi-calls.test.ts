import { describe, expect, test } from 'vitest'
import { respond } from '#emulators/images/openapi.ts'
import { logOf, makeCalls } from '#emulators/images/openapi-calls.ts'
import type { HttpRequest, HttpResponse } from '#emulators/network/network.ts'

const json = (example: unknown) => ({ content: { 'application/json': { example } } })

describe('what an app asks others before it answers', () => {
  const CALLS = {
    paths: {
      '/': {
        post: {
          'x-calls': [
            {
              id: 'found',
              request: 'GET https://store.example.com/${SHELF}/{$request.body#/name|encode}',
              headers: { 'x-generation': '{$request.body#/generation}' },
            },
            {
              id: 'saved',
              'x-when': { '$steps.found.statusCode': '200' },
              'x-matches': { '$steps.found.response.body': '^\\x89P' },
              'x-unless': { '$steps.found.response.body': 'nothing' },
              request: 'PUT https://store.example.com/done',
              bytes: btoa('\x89OK'),
            },
            {
              id: 'noted',
              'x-any': [
                { 'x-when': { '$steps.saved.statusCode': false } },
                { 'x-matches': { '$steps.saved.statusCode': '^5' } },
              ],
              request: 'POST https://notes.example.com/',
              body: { about: '{$request.body#/name}', because: '{$steps.found.response.body#/why}' },
            },
          ],
          'x-log': [
            { 'x-when': { '$steps.saved.statusCode': '200' }, line: 'saved {$request.body#/name} on ${SHELF}' },
            { line: 'not saved: {$steps.found.statusCode}' },
          ],
          responses: {
            204: {},
            500: { ...json({ detail: 'no' }), 'x-matches': { '$steps.found.statusCode': '^5' } },
          },
        },
      },
    },
  }
  const handle = async (found: HttpResponse) => {
    const sent: string[] = []
    const request: HttpRequest = {
      method: 'POST',
      url: new URL('https://app.example.com/'),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'a b/c', generation: '7' }),
    }
    const answering = { env: { SHELF: 'top' }, memory: new Map(), upMs: 0 }
    const fetch = async (one: HttpRequest): Promise<HttpResponse> => {
      const header = one.headers['x-generation'] ?? ''
      sent.push(`${one.method} ${one.url.href} ${header}${one.bytes ? `bytes ${one.bytes.length}` : one.body}`.trim())
      return sent.length === 1 ? found : { status: 200, headers: {}, body: '' }
    }
    const steps = await makeCalls(CALLS, request, { ...answering, fetch })
    const { status } = respond(CALLS, request, { ...answering, steps })
    return { sent, status, log: logOf(CALLS, request, { ...answering, steps }) }
  }
  const GET = 'GET https://store.example.com/top/a%20b%2Fc 7'

  test('one call after another, by what was answered', async () => {
    expect(await handle({ status: 200, headers: {}, body: '', bytes: Uint8Array.of(0x89, 0x50) })).toEqual({
      sent: [GET, 'PUT https://store.example.com/done bytes 3'],
      status: 204,
      log: ['saved a b/c on top'],
    })
  })

  test('what fails changes the answer and the line of the log', async () => {
    expect(await handle({ status: 503, headers: {}, body: '{"why":"busy"}' })).toEqual({
      sent: [GET, 'POST https://notes.example.com/ {"about":"a b/c","because":"busy"}'],
      status: 500,
      log: ['not saved: 503'],
    })
  })
})

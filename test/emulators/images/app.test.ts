import { describe, expect, test } from 'vitest'
import { startApp } from '#emulators/images/app.ts'
import type { Image } from '#emulators/images/model.ts'
import { respond } from '#emulators/images/openapi.ts'
import { NotModelled } from '#emulators/model.ts'
import { laptop } from '../laptop.ts'

const IMAGE: Image = {
  digest: 'sha256:0',
  platform: 'linux/amd64',
  createdAt: 0,
  bytes: 0,
  entrypoint: [],
  command: ['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8080'],
  env: {},
  ports: [8080],
  directory: '/srv',
  user: '',
  labels: {},
  healthcheck: undefined,
  files: { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n', '/srv/app/main.py': 'app = FastAPI()\n' },
  programs: ['uvicorn', 'gunicorn', 'sh', 'node'],
}

const ENV = { DB_PASSWORD: 'secret' }
const start = (changes: Partial<Image>, env: Record<string, string> = ENV) => {
  const started = startApp(laptop().world, { ...IMAGE, ...changes }, env)
  return started.state === 'listening' ? { port: started.port, localPort: started.localPort } : started
}

const shell = (text: string): Partial<Image> => ({ command: ['/bin/sh', '-c', text] })

describe('how an app behaves, as its seed says', () => {
  const { world } = laptop()
  const [app] = world.seed.apps
  if (!app) throw new Error('the seed has no app')
  const startAs = (changes: Partial<typeof app>, env: Record<string, string>) =>
    startApp({ ...world, seed: { ...world.seed, apps: [{ ...app, ...changes }] } }, IMAGE, { ...ENV, ...env })
  const REFUSES = [{ name: 'LIST', pattern: '^\\[(?!")', log: ['list', '  not {value}'] }]

  test('it refuses a variable of a form, and says what it got', () => {
    expect(startAs({ refuses: REFUSES }, { LIST: '[a]' })).toEqual({
      state: 'exited',
      exitCode: 1,
      log: ['list', '  not [a]'],
    })
    expect(startAs({ refuses: REFUSES }, { LIST: '["a"]' }).state).toBe('listening')
    expect(startAs({ refuses: REFUSES }, {}).state).toBe('listening')
  })

  test('each of its answers takes its time', async () => {
    const started = startAs({ delayMs: 1500 }, {})
    const before = world.clock.now()
    if (started.state !== 'listening') throw new Error('it does not start')
    await started.handle({ method: 'GET', url: new URL('http://x/'), headers: {}, body: '' })
    expect(world.clock.now() - before).toBe(1500)
  })

  test('an operation without a good answer gives the one it has', () => {
    const content = { 'text/plain': { example: 'Internal Server Error' } }
    const document = { paths: { '/health': { get: { responses: { '500': { content } } } } } }
    const { status, body } = respond(
      document,
      { method: 'GET', url: new URL('http://x/health'), headers: {}, body: '' },
      { env: {}, memory: new Map(), upMs: 0 },
    )
    expect(`${status} ${body}`).toBe('500 Internal Server Error')
  })
})

describe('how an image starts', () => {
  test.each<[string, Partial<Image>, Record<string, string>, object]>([
    ['on its port', {}, ENV, { port: 8080, localPort: 8080 }],
    [
      'on $PORT in a shell',
      shell('exec uvicorn app.main:app --host 0.0.0.0 --port $PORT'),
      { ...ENV, PORT: '9000' },
      { port: 9000, localPort: 9000 },
    ],
    [
      'on a default of $PORT',
      shell('uvicorn app.main:app --host=0.0.0.0 --port=${PORT:-8080}'),
      ENV,
      { port: 8080, localPort: 8080 },
    ],
    ['on loopback', { command: ['uvicorn', 'app.main:app'] }, ENV, { port: 0, localPort: 8000 }],
    [
      'as gunicorn bound to $PORT',
      { command: ['gunicorn', 'app.main:app', '-k', 'uvicorn.workers.UvicornWorker'] },
      { ...ENV, PORT: '8080' },
      { port: 8080, localPort: 8080 },
    ],
    ['from PYTHONPATH', { directory: '/', env: { PYTHONPATH: '/srv' } }, ENV, { port: 8080, localPort: 8080 }],
  ])('listens %s', (_, changes, env, expected) => {
    expect(start(changes, env)).toEqual(expected)
  })

  test.each<[string, Partial<Image>, Record<string, string>]>([
    ['without a variable', {}, {}],
    ['without its module', { directory: '/' }, ENV],
    ['without the attribute', { command: ['uvicorn', 'app.main:api', '--port', '8080'] }, ENV],
    ['with a port that is none', { command: ['uvicorn', 'app.main:app', '--port', '$PORT'] }, ENV],
    ['without the program', { command: ['hypercorn', 'app.main:app'] }, ENV],
    ['without any command', { command: [] }, ENV],
  ])('exits %s', (_, changes, env) => {
    expect(start(changes, env)).toMatchSnapshot()
  })

  test.each<[string, Partial<Image>]>([
    ['another program', { command: ['node', 'server.js'] }],
    [
      'an app the seed does not describe',
      { command: ['uvicorn', 'app.other:app'], files: { ...IMAGE.files, '/srv/app/other.py': 'app = 1' } },
    ],
    ['several commands', shell('uvicorn app.main:app && echo done')],
    ['a pipe', shell('uvicorn app.main:app | tee log')],
  ])('is not modelled for %s', (_, changes) => {
    expect(() => start(changes)).toThrow(NotModelled)
  })
})

describe('answers of an OpenAPI document', () => {
  const schema = { $ref: '#/components/schemas/Message' }
  const DOCUMENT = {
    paths: {
      '/items/{id}': {
        get: { responses: { 200: { content: { 'application/json': { example: { id: 1, version: '${VERSION}' } } } } } },
      },
      '/chat': {
        post: {
          parameters: [{ name: 'X-Api-Key', in: 'header', required: true }],
          requestBody: { required: true, content: { 'application/json': { schema } } },
          responses: { 201: { content: { 'application/json': { examples: { one: { value: { ok: true } } } } } } },
        },
      },
      '/gone': { delete: { responses: { 204: { description: 'gone' } } } },
    },
    components: {
      schemas: {
        Message: {
          type: 'object',
          required: ['message'],
          properties: { message: { type: 'string' }, n: { type: 'integer' } },
        },
      },
    },
  }
  const ask = (
    method: string,
    path: string,
    body = '',
    headers: Record<string, string> = { 'content-type': 'application/json', 'x-api-key': 'k' },
  ) => {
    const { status, body: text } = respond(
      DOCUMENT,
      { method, url: new URL(path, 'http://x'), headers, body },
      { env: { VERSION: '1.2' }, memory: new Map(), upMs: 0 },
    )
    return `${status} ${text}`
  }

  test('examples, and what FastAPI refuses', () => {
    expect([
      ask('GET', '/items/7'),
      ask('GET', '/items/7/8'),
      ask('HEAD', '/items/7'),
      ask('DELETE', '/gone'),
      ask('POST', '/chat', '{"message":"hola","n":1}'),
      ask('POST', '/chat', '{"message":1,"n":"x"}'),
      ask('POST', '/chat', '{}'),
      ask('POST', '/chat', '{"message"'),
      ask('POST', '/chat', ''),
      ask('POST', '/chat', '[]'),
      ask('POST', '/chat', '{"message":"hola"}', { 'content-type': 'application/json' }),
      ask('POST', '/chat', 'message=hola', { 'content-type': 'application/x-www-form-urlencoded', 'x-api-key': 'k' }),
    ]).toMatchInlineSnapshot(`
      [
        "200 {"id":1,"version":"1.2"}",
        "404 {"detail":"Not Found"}",
        "405 {"detail":"Method Not Allowed"}",
        "204 ",
        "201 {"ok":true}",
        "422 {"detail":[{"type":"string_type","loc":["body","message"],"msg":"Input should be a valid string","input":1},{"type":"int_type","loc":["body","n"],"msg":"Input should be a valid integer","input":"x"}]}",
        "422 {"detail":[{"type":"missing","loc":["body","message"],"msg":"Field required","input":{}}]}",
        "422 {"detail":[{"type":"json_invalid","loc":["body",0],"msg":"JSON decode error","input":{},"ctx":{"error":"Expecting value"}}]}",
        "422 {"detail":[{"type":"missing","loc":["body"],"msg":"Field required","input":null}]}",
        "422 {"detail":[{"type":"model_attributes_type","loc":["body"],"msg":"Input should be a valid dictionary or object to extract fields from","input":[]}]}",
        "422 {"detail":[{"type":"missing","loc":["header","x-api-key"],"msg":"Field required","input":null}]}",
        "422 {"detail":[{"type":"model_attributes_type","loc":["body"],"msg":"Input should be a valid dictionary or object to extract fields from","input":"message=hola"}]}",
      ]
    `)
  })
})

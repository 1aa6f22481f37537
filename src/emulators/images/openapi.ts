import { NotModelled } from '../model.ts'
import type { HttpRequest, HttpResponse } from '../network/network.ts'
import type { Circuits } from './circuits.ts'
import { exampleValue } from './example-value.ts'
import type { Memory } from './memory.ts'
import { conditionHolds } from './openapi-conditions.ts'
import { asJson, type Json, resolve } from './openapi-document.ts'
import { requestProblems } from './openapi-problems.ts'
import { type Asked, requestValue, type Steps, textOf, withRequest } from './openapi-request.ts'

type Env = Readonly<Record<string, string>>

/**
 * Who answers: its variables, how often it was asked of each thing it remembers, for how long it has been up, the time in
 * milliseconds, the circuits it calls others through, and what it asked others for this.
 */
export interface Answering {
  env: Env
  memory: Memory
  upMs: number
  now?: number
  circuits?: Circuits
  steps?: Steps
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options']

/**
 * Answers a request as an OpenAPI document says: with the first response whose condition holds (`conditionHolds`), else
 * the first 2xx, or the first where none is. In its example `${NAME}` is the app's environment and
 * `{$request.…}` the request. An operation with `x-counts` counts its answers for the value of that expression,
 * `{$count}`, until one with `x-forgets` does away with it (`memoryOf` says where that is kept); there `{$known}` is whether there was one. Where `x-counts` is
 * a plain name, every example may say the count: `{$counted/name}`, or one of two texts, `{$counted/name?some:none}`; a
 * response with `x-takes: name` takes one from it. `{$circuit/name}` is the state of a circuit, `{$circuit/name=open?yes:no}` one of two texts, and `{$now}`
 * the time. Of several `examples` the first whose condition holds is said, and of a text that is a list, `[{ line }]`, the lines whose conditions hold. With
 * `x-example-only` no other body than the example's is answered. Unknown paths, wrong methods, and bodies that the schema
 * refuses answer as FastAPI does.
 */
export function respond(document: unknown, request: HttpRequest, answering: Answering): HttpResponse {
  const root = asJson(document)
  const accepted = accept(root, request, answering)
  if ('status' in accepted) return accepted
  const { operation, path } = accepted
  const { steps } = answering
  requireModelled(operation, { request, path, ...(steps && { steps }) })
  return example(root, operation, { ...answering, request, path })
}

/** The operation a request is for, if it is one the app takes. */
export function acceptedOperation(document: unknown, request: HttpRequest): Accepted | undefined {
  const accepted = accept(asJson(document), request, { env: {}, upMs: 0 })
  return 'status' in accepted ? undefined : accepted
}

interface Accepted {
  operation: Json
  path: string
}

function accept(root: Json, request: HttpRequest, at: Pick<Answering, 'env' | 'upMs'>): Accepted | HttpResponse {
  const path = findPath(asJson(root.paths), request.url.pathname)
  if (path === undefined) return json(404, { detail: 'Not Found' })
  const item = asJson(asJson(root.paths)[path])
  const operation = item[request.method.toLowerCase()]
  if (operation === undefined) return notAllowed(item)
  const accepted = { operation: asJson(operation), path }
  if (isStranger(accepted, { ...at, request, path })) return accepted
  const problems = requestProblems(root, accepted.operation, request)
  return problems.length > 0 ? json(422, { detail: problems }) : accepted
}

/** Whether the caller is refused for who they are: FastAPI does that before it looks at a body. */
function isStranger({ operation }: Accepted, at: Pick<Answering, 'env' | 'upMs'> & Asked): boolean {
  const { 401: unknown, 403: forbidden } = asJson(operation.responses)
  return [unknown, forbidden].some((response) => conditionHolds(asJson(response), at) === true)
}

/** `x-not-modelled: { expression: pattern }`: what an example cannot answer. */
function requireModelled(operation: Json, asked: Asked): void {
  for (const [expression, pattern] of Object.entries(asJson(operation['x-not-modelled'])))
    if (new RegExp(String(pattern), 'isu').test(textOf(requestValue(expression, asked))))
      throw new NotModelled(`what ${asked.request.url.pathname} answers where ${expression} is like ${pattern}`)
  if (operation['x-example-only'] !== true) return
  const { example } = asJson(asJson(asJson(operation.requestBody).content)['application/json'])
  if (!isSame(example, JSON.parse(asked.request.body)))
    throw new NotModelled(`what ${asked.request.url.pathname} answers to another body than its example`)
}

/** Whether two values of JSON are the same, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const keys = Object.keys(one)
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(asJson(one)[key], asJson(other)[key]))
  )
}

/** The path of the document that a request is for: a literal one before one with parameters. */
function findPath(paths: Json, pathname: string): string | undefined {
  if (pathname in paths) return pathname
  return Object.keys(paths).find((path) => templateRegex(path).test(pathname))
}

const templateRegex = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(/\{[^}]*\}/)
      .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
      .join('[^/]+')}$`,
  )

function notAllowed(item: Json): HttpResponse {
  const allow = METHODS.filter((method) => method in item).map((method) => method.toUpperCase())
  const response = json(405, { detail: 'Method Not Allowed' })
  return { ...response, headers: { allow: allow.join(', '), ...response.headers } }
}

function example(root: Json, operation: Json, at: Answering & Asked): HttpResponse {
  const responses = Object.entries(asJson(operation.responses)).sort(([a], [b]) => (a < b ? -1 : 1))
  const asked = responses.find(([, response]) => conditionHolds(asJson(response), at))
  const plain = responses.filter(([, response]) => conditionHolds(asJson(response), at) === undefined)
  const [status = '200', response] = asked ?? plain.find(([code]) => /^2/.test(code)) ?? plain[0] ?? []
  const counted = asked ? {} : remember(operation, at)
  take(asJson(response)['x-takes'], at.memory)
  const content = Object.entries(asJson(resolve(root, response).content))[0]
  if (!content) return { status: Number(status), headers: { 'content-length': '0' }, body: '' }
  const [type, media] = content
  const value = filled(mediaExample(root, asJson(media), at), { ...at, counted })
  const body = typeof value === 'string' && !type.includes('json') ? value : JSON.stringify(value)
  return { status: Number(status), headers: headersOf(type, body), body }
}

interface Counted {
  count?: number
  known?: boolean
}

function remember(operation: Json, at: Answering & Asked): Counted {
  const key = (expression: unknown) =>
    String(expression).startsWith('$') ? String(requestValue(String(expression), at)) : String(expression)
  if ('x-forgets' in operation) return { known: at.memory.delete(key(operation['x-forgets'])) }
  if (!('x-counts' in operation)) return {}
  const name = key(operation['x-counts'])
  const count = (at.memory.get(name) ?? 0) + 1
  at.memory.set(name, count)
  return { count }
}

function take(name: unknown, memory: Memory): void {
  if (typeof name !== 'string') return
  const left = (memory.get(name) ?? 0) - 1
  if (left > 0) memory.set(name, left)
  else memory.delete(name)
}

function mediaExample(root: Json, media: Json, at: Answering & Asked): unknown {
  const holds = (one: Json) => conditionHolds(one, at) !== false
  if (Array.isArray(media.example) && media.example.every((one) => 'line' in asJson(one)))
    return (media.example as Json[])
      .filter(holds)
      .map(({ line }) => `${line}\n`)
      .join('')
  if ('example' in media) return media.example
  const first = Object.values(asJson(media.examples))
    .map((one) => resolve(root, one))
    .find(holds)
  return first === undefined ? (resolve(root, media.schema).example ?? {}) : first.value
}

/** A text with what it says of counts, circuits and the time. */
const withState = (text: string, { memory, circuits, now }: Answering): string =>
  text
    .replaceAll(/\{\$counted\/([\w-]+)(?:\?([^:}]*):([^}]*))?\}/g, (_, name: string, some?: string, none?: string) => {
      const count = memory.get(name) ?? 0
      return some === undefined ? String(count) : count > 0 ? some : String(none)
    })
    .replaceAll(
      /\{\$circuit\/([\w-]+)(?:=([\w-]+)\?([^:}]*):([^}]*))?\}/g,
      (_, name: string, wanted?: string, yes?: string, no?: string) => {
        const state = circuits?.state(name) ?? 'closed'
        return wanted === undefined ? state : String(state === wanted ? yes : no)
      },
    )
    .replaceAll('{$now}', () => new Date(now ?? 0).toISOString().replace('Z', '000+00:00'))

/** A value of an example with the app's variables and the request in it. */
export function filled(value: unknown, at: Answering & Asked & { counted?: Counted }): unknown {
  if (value === '{$count}') return at.counted?.count
  if (value === '{$known}') return at.counted?.known
  if (typeof value === 'string') {
    const said = value.includes('${') ? exampleValue(value, at.env) : value
    return typeof said === 'string' ? withRequest(withState(said, at), at) : said
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, at))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, at)]))
}

const headersOf = (type: string, body: string): Record<string, string> => ({
  'content-length': String(new TextEncoder().encode(body).length),
  'content-type': type,
})

function json(status: number, value: unknown): HttpResponse {
  const body = JSON.stringify(value)
  return { status, headers: headersOf('application/json', body), body }
}

import { NotModelled } from '../model.ts'
import type { HttpRequest, HttpResponse } from '../network/network.ts'
import { exampleValue } from './example-value.ts'
import { conditionHolds } from './openapi-conditions.ts'
import { type Asked, headerOf, requestValue, type Steps, textOf, withRequest } from './openapi-request.ts'

type Json = Readonly<Record<string, unknown>>
type Env = Readonly<Record<string, string>>

/** Who answers: its variables, how often it was asked of each thing it remembers, and what it asked others for this. */
export interface Answering {
  env: Env
  memory: Map<string, number>
  steps?: Steps
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options']

/**
 * Answers a request as an OpenAPI document says: with the first response whose condition holds (`conditionHolds`), else
 * the first 2xx, or the first where none is. In its example `${NAME}` is the app's environment and
 * `{$request.…}` the request. An operation with `x-counts` counts its answers for the value of that expression,
 * `{$count}`, until one with `x-forgets` does away with it; there `{$known}` is whether there was one. Unknown paths,
 * wrong methods, and bodies that lack required fields answer as FastAPI does.
 */
export function respond(document: unknown, request: HttpRequest, answering: Answering): HttpResponse {
  const root = asJson(document)
  const accepted = accept(root, request)
  if ('status' in accepted) return accepted
  const { operation, path } = accepted
  const { steps } = answering
  requireModelled(operation, { request, path, ...(steps && { steps }) })
  return example(root, operation, { ...answering, request, path })
}

/** The operation a request is for, if it is one the app takes. */
export function acceptedOperation(document: unknown, request: HttpRequest): Accepted | undefined {
  const accepted = accept(asJson(document), request)
  return 'status' in accepted ? undefined : accepted
}

interface Accepted {
  operation: Json
  path: string
}

function accept(root: Json, request: HttpRequest): Accepted | HttpResponse {
  const path = findPath(asJson(root.paths), request.url.pathname)
  if (path === undefined) return json(404, { detail: 'Not Found' })
  const item = asJson(asJson(root.paths)[path])
  const operation = item[request.method.toLowerCase()]
  if (operation === undefined) return notAllowed(item)
  const problems = requestProblems(root, asJson(operation), request)
  return problems.length > 0 ? json(422, { detail: problems }) : { operation: asJson(operation), path }
}

/** `x-not-modelled: { expression: pattern }`: what an example cannot answer. */
function requireModelled(operation: Json, asked: Asked): void {
  for (const [expression, pattern] of Object.entries(asJson(operation['x-not-modelled'])))
    if (new RegExp(String(pattern), 'isu').test(textOf(requestValue(expression, asked))))
      throw new NotModelled(`what ${asked.request.url.pathname} answers where ${expression} is like ${pattern}`)
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
  const content = Object.entries(asJson(resolve(root, response).content))[0]
  if (!content) return { status: Number(status), headers: { 'content-length': '0' }, body: '' }
  const [type, media] = content
  const value = filled(mediaExample(root, asJson(media)), { ...at, counted })
  const body = typeof value === 'string' && !type.includes('json') ? value : JSON.stringify(value)
  return { status: Number(status), headers: headersOf(type, body), body }
}

interface Counted {
  count?: number
  known?: boolean
}

function remember(operation: Json, at: Answering & Asked): Counted {
  const key = (expression: unknown) => String(requestValue(String(expression), at))
  if ('x-forgets' in operation) return { known: at.memory.delete(key(operation['x-forgets'])) }
  if (!('x-counts' in operation)) return {}
  const name = key(operation['x-counts'])
  const count = (at.memory.get(name) ?? 0) + 1
  at.memory.set(name, count)
  return { count }
}

function mediaExample(root: Json, media: Json): unknown {
  if ('example' in media) return media.example
  const [first] = Object.values(asJson(media.examples))
  if (first !== undefined) return asJson(resolve(root, first)).value
  return resolve(root, media.schema).example ?? {}
}

/** A value of an example with the app's variables and the request in it. */
export function filled(value: unknown, at: Answering & Asked & { counted?: Counted }): unknown {
  if (value === '{$count}') return at.counted?.count
  if (value === '{$known}') return at.counted?.known
  if (typeof value === 'string') {
    const said = value.includes('${') ? exampleValue(value, at.env) : value
    return typeof said === 'string' ? withRequest(said, at) : said
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, at))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, at)]))
}

interface Problem {
  type: string
  loc: readonly (string | number)[]
  msg: string
  input: unknown
  ctx?: Json
}

function requestProblems(root: Json, operation: Json, request: HttpRequest): Problem[] {
  return [...parameterProblems(root, operation, request), ...bodyProblems(root, operation, request)]
}

function parameterProblems(root: Json, operation: Json, request: HttpRequest): Problem[] {
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : []
  return parameters.flatMap((parameter) => {
    const { name, in: place, required } = resolve(root, parameter)
    if (required !== true || typeof name !== 'string' || (place !== 'query' && place !== 'header')) return []
    const given = place === 'query' ? request.url.searchParams.has(name) : headerOf(request, name) !== undefined
    return given ? [] : [missing([place, name.toLowerCase()], null)]
  })
}

function bodyProblems(root: Json, operation: Json, request: HttpRequest): Problem[] {
  const body = resolve(root, operation.requestBody)
  const schema = asJson(asJson(body.content)['application/json']).schema
  if (schema === undefined) return []
  if (request.body === '') return body.required === true ? [missing(['body'], null)] : []
  if (!/json/.test(headerOf(request, 'content-type') ?? '')) return [notAnObject(request.body)]
  try {
    return schemaProblems(root, { schema, value: JSON.parse(request.body), loc: ['body'] })
  } catch {
    const ctx = { error: 'Expecting value' }
    return [{ type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}, ctx }]
  }
}

const missing = (loc: readonly string[], input: unknown): Problem => ({
  type: 'missing',
  loc,
  msg: 'Field required',
  input,
})

const notAnObject = (input: unknown): Problem => ({
  type: 'model_attributes_type',
  loc: ['body'],
  msg: 'Input should be a valid dictionary or object to extract fields from',
  input,
})

function schemaProblems(root: Json, at: { schema: unknown; value: unknown; loc: readonly string[] }): Problem[] {
  const schema = resolve(root, at.schema)
  const problem = typeProblem(schema.type, at)
  if (problem) return [problem]
  const short = lengthProblem(schema, at)
  if (short) return [short]
  if (schema.type !== 'object' && schema.properties === undefined) return []
  const value = asJson(at.value)
  const required = Array.isArray(schema.required) ? schema.required.map(String) : []
  const absent = required.filter((name) => !(name in value)).map((name) => missing([...at.loc, name], at.value))
  const nested = Object.entries(asJson(schema.properties)).flatMap(([name, property]) =>
    name in value ? schemaProblems(root, { schema: property, value: value[name], loc: [...at.loc, name] }) : [],
  )
  return [...absent, ...nested]
}

/** `minLength` and `maxLength` of a text, in characters, in Pydantic's words. */
function lengthProblem({ minLength, maxLength }: Json, { value, loc }: { value: unknown; loc: readonly string[] }) {
  if (typeof value !== 'string') return undefined
  const plural = (count: number) => `${count} character${count === 1 ? '' : 's'}`
  const length = [...value].length
  if (typeof minLength === 'number' && length < minLength)
    return {
      type: 'string_too_short',
      loc,
      msg: `String should have at least ${plural(minLength)}`,
      input: value,
      ctx: { min_length: minLength },
    }
  if (typeof maxLength === 'number' && length > maxLength)
    return {
      type: 'string_too_long',
      loc,
      msg: `String should have at most ${plural(maxLength)}`,
      input: value,
      ctx: { max_length: maxLength },
    }
  return undefined
}

const TYPES: Readonly<Record<string, { is: (value: unknown) => boolean; type: string; msg: string }>> = {
  string: { is: (value) => typeof value === 'string', type: 'string_type', msg: 'Input should be a valid string' },
  integer: { is: Number.isInteger, type: 'int_type', msg: 'Input should be a valid integer' },
  number: { is: (value) => typeof value === 'number', type: 'float_type', msg: 'Input should be a valid number' },
  boolean: { is: (value) => typeof value === 'boolean', type: 'bool_type', msg: 'Input should be a valid boolean' },
  array: { is: Array.isArray, type: 'list_type', msg: 'Input should be a valid list' },
  object: {
    is: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    type: 'model_attributes_type',
    msg: 'Input should be a valid dictionary or object to extract fields from',
  },
}

function typeProblem(type: unknown, at: { value: unknown; loc: readonly string[] }): Problem | undefined {
  const rule = typeof type === 'string' ? TYPES[type] : undefined
  return !rule || rule.is(at.value) ? undefined : { type: rule.type, loc: at.loc, msg: rule.msg, input: at.value }
}

/** An object of the document, following one `$ref`. */
function resolve(root: Json, value: unknown): Json {
  const object = asJson(value)
  if (typeof object.$ref !== 'string') return object
  return asJson(
    object.$ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((node, key) => asJson(node)[key], root),
  )
}

const asJson = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})

const headersOf = (type: string, body: string): Record<string, string> => ({
  'content-length': String(new TextEncoder().encode(body).length),
  'content-type': type,
})

function json(status: number, value: unknown): HttpResponse {
  const body = JSON.stringify(value)
  return { status, headers: headersOf('application/json', body), body }
}

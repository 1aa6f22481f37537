import { bytesOf, type HttpRequest, type HttpResponse, type NetworkFailure } from '../network/network.ts'

/** What each call of an app to another host was answered, by the call's id. */
export type Steps = Readonly<Record<string, HttpResponse | NetworkFailure>>

/** A request, and the path of the document it is for, `/sessions/{id}`. */
export interface Asked {
  request: HttpRequest
  path: string
  /** The calls made for it. */
  steps?: Steps
}

const EXPRESSION = String.raw`\$(?:request\.(?:body#[\w/~-]+|(?:header|path|query)\.[\w-]+)|steps\.[\w-]+\.(?:statusCode|response\.body(?:#[\w/~-]+)?))(?:\|encode)*`

/**
 * What a runtime expression says of a request (OpenAPI 3.1, Runtime Expressions): `$request.body#/session_id`,
 * `$request.header.x`, `$request.path.id`, `$request.query.q`; or of the answer to a call (Arazzo 1.0, Runtime
 * Expressions): `$steps.found.statusCode`, `$steps.found.response.body#/name`, its bytes without a pointer. With `|encode`
 * behind, percent-encoded. Undefined where there is no such thing.
 */
export function requestValue(expression: string, asked: Asked): unknown {
  const [plain = '', ...filters] = expression.split('|')
  const value = plain.startsWith('$steps.') ? stepValue(plain, asked) : requestPart(plain, asked)
  return value === undefined ? value : filters.reduce<unknown>((one) => encodeURIComponent(String(one)), value)
}

function stepValue(expression: string, { steps = {} }: Asked): unknown {
  const [, id = '', what = '', pointer] =
    /^\$steps\.([\w-]+)\.(statusCode|response\.body)(?:#(.*))?$/.exec(expression) ?? []
  const answer = steps[id]
  if (answer === undefined || typeof answer === 'string') return undefined
  if (what === 'statusCode') return String(answer.status)
  return pointer === undefined ? bytesOf(answer) : bodyValue(pointer, answer.body)
}

function requestPart(expression: string, { request, path }: Asked): unknown {
  const [, source = '', rest = ''] = /^\$request\.(body|header|path|query)[#.](.*)$/.exec(expression) ?? []
  if (source === 'header') return headerOf(request, rest)
  if (source === 'query') return request.url.searchParams.get(rest) ?? undefined
  return source === 'path' ? pathValue(rest, { request, path }) : bodyValue(rest, request.body)
}

/** A text with the expressions in it, `{$request.body#/name}`, replaced; a text that is one alone is its value. */
export function withRequest(text: string, asked: Asked): unknown {
  const alone = new RegExp(`^\\{(${EXPRESSION})\\}$`).exec(text)?.[1]
  if (alone !== undefined) return requestValue(alone, asked) ?? null
  return text.replaceAll(new RegExp(`\\{(${EXPRESSION})\\}`, 'g'), (_, one: string) => textOf(requestValue(one, asked)))
}

/** The value of a header, whatever its case. */
export const headerOf = (request: HttpRequest, name: string): string | undefined =>
  Object.entries(request.headers).find(([header]) => header.toLowerCase() === name.toLowerCase())?.[1]

function pathValue(name: string, { request, path }: Asked): string | undefined {
  const at = path.split('/').indexOf(`{${name}}`)
  return at < 0 ? undefined : decodeURIComponent(request.url.pathname.split('/')[at] ?? '')
}

/** RFC 6901 without escapes: the members' names between slashes. */
function bodyValue(pointer: string, body: string): unknown {
  try {
    const names = pointer.split('/').slice(1)
    return names.reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | undefined)?.[name],
      JSON.parse(body),
    )
  } catch {
    return undefined
  }
}

/** A value as text; a byte is the character of its number. */
export const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? String.fromCharCode(...value) : String(value ?? '')

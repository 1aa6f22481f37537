import type { HttpRequest } from '../network/network.ts'
import { asJson, type Json, resolve } from './openapi-document.ts'
import { headerOf } from './openapi-request.ts'
import { missing, type Problem, schemaProblems } from './openapi-schema.ts'

/** What FastAPI refuses of a request, in the words of Pydantic: parameters and body, as the document describes them. */
export function requestProblems(root: Json, operation: Json, request: HttpRequest): Problem[] {
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

const notAnObject = (input: unknown): Problem => ({
  type: 'model_attributes_type',
  loc: ['body'],
  msg: 'Input should be a valid dictionary or object to extract fields from',
  input,
})

import { asJson, type Json, resolve } from './openapi-document.ts'

/** One reason of a 422. */
export interface Problem {
  type: string
  loc: readonly (string | number)[]
  msg: string
  input: unknown
  ctx?: Json
}

/** A value where it stands, and what it should be. */
interface Checked {
  schema: unknown
  value: unknown
  loc: Problem['loc']
}

/** What is not there and must be. */
export const missing = (loc: Problem['loc'], input: unknown): Problem => ({
  type: 'missing',
  loc,
  msg: 'Field required',
  input,
})

/** What a value lacks of its schema, in the words of Pydantic. */
export function schemaProblems(root: Json, at: Checked): Problem[] {
  const schema = resolve(root, at.schema)
  const problem = valueProblem(schema, at)
  if (problem) return [problem]
  const { value, loc } = at
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      schemaProblems(root, { schema: schema.items, value: item, loc: [...loc, index] }),
    )
  return schema.type === 'object' || schema.properties !== undefined ? memberProblems(root, schema, at) : []
}

function memberProblems(root: Json, schema: Json, at: Checked): Problem[] {
  const value = asJson(at.value)
  const properties = asJson(schema.properties)
  const required = Array.isArray(schema.required) ? schema.required.map(String) : []
  const absent = required.filter((name) => !(name in value)).map((name) => missing([...at.loc, name], at.value))
  const nested = Object.entries(properties).flatMap(([name, property]) =>
    name in value ? schemaProblems(root, { schema: property, value: value[name], loc: [...at.loc, name] }) : [],
  )
  const extra = schema.additionalProperties === false ? Object.keys(value).filter((name) => !(name in properties)) : []
  return [...absent, ...nested, ...extra.map((name) => unwanted([...at.loc, name], value[name]))]
}

const unwanted = (loc: Problem['loc'], input: unknown): Problem => ({
  type: 'extra_forbidden',
  loc,
  msg: 'Extra inputs are not permitted',
  input,
})

function valueProblem(schema: Json, { value, loc }: Checked): Problem | undefined {
  const choices = 'const' in schema ? [schema.const] : schema.enum
  const found = Array.isArray(choices)
    ? choiceProblem(choices, value)
    : (typeProblem(schema.type, value) ?? sizeProblem(schema, value))
  if (!found) return undefined
  const { type, msg, ctx } = found
  return { type, loc, msg, input: value, ...(ctx && { ctx }) }
}

type Wrong = Pick<Problem, 'type' | 'msg' | 'ctx'>

function choiceProblem(choices: readonly unknown[], value: unknown): Wrong | undefined {
  if (choices.includes(value)) return undefined
  const named = choices.map((one) => (typeof one === 'string' ? `'${one}'` : String(one)))
  const last = named.pop()
  const expected = named.length === 0 ? String(last) : `${named.join(', ')} or ${last}`
  return { type: 'literal_error', msg: `Input should be ${expected}`, ctx: { expected } }
}

/** How long a text or a list may be, and how great a number. */
function sizeProblem(schema: Json, value: unknown): Wrong | undefined {
  if (typeof value === 'string') return lengthProblem(schema, [...value].length)
  if (typeof value === 'number') return rangeProblem(schema, value)
  return Array.isArray(value) ? countProblem(schema, value.length) : undefined
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

function lengthProblem({ minLength, maxLength }: Json, length: number): Wrong | undefined {
  if (typeof minLength === 'number' && length < minLength) {
    const msg = `String should have at least ${plural(minLength, 'character')}`
    return { type: 'string_too_short', msg, ctx: { min_length: minLength } }
  }
  if (typeof maxLength === 'number' && length > maxLength) {
    const msg = `String should have at most ${plural(maxLength, 'character')}`
    return { type: 'string_too_long', msg, ctx: { max_length: maxLength } }
  }
  return undefined
}

function countProblem({ minItems, maxItems }: Json, actual_length: number): Wrong | undefined {
  const after = `after validation, not ${actual_length}`
  if (typeof minItems === 'number' && actual_length < minItems) {
    const ctx = { field_type: 'List', min_length: minItems, actual_length }
    return { type: 'too_short', msg: `List should have at least ${plural(minItems, 'item')} ${after}`, ctx }
  }
  if (typeof maxItems === 'number' && actual_length > maxItems) {
    const ctx = { field_type: 'List', max_length: maxItems, actual_length }
    return { type: 'too_long', msg: `List should have at most ${plural(maxItems, 'item')} ${after}`, ctx }
  }
  return undefined
}

function rangeProblem({ minimum, maximum }: Json, value: number): Wrong | undefined {
  if (typeof minimum === 'number' && value < minimum) {
    const msg = `Input should be greater than or equal to ${minimum}`
    return { type: 'greater_than_equal', msg, ctx: { ge: minimum } }
  }
  if (typeof maximum === 'number' && value > maximum)
    return { type: 'less_than_equal', msg: `Input should be less than or equal to ${maximum}`, ctx: { le: maximum } }
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

function typeProblem(type: unknown, value: unknown): Wrong | undefined {
  const rule = typeof type === 'string' ? TYPES[type] : undefined
  return !rule || rule.is(value) ? undefined : { type: rule.type, msg: rule.msg }
}

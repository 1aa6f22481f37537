import { NotModelled } from '../model.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Renders the Go templates pages use with `--format`: fields, `json`, `index`,
 * `range` over lists with `.` or `println .`, and plain text. Throws NotModelled for others.
 */
export function renderTemplate(template: string, data: unknown): string {
  const pairs = /\{\{-?\s*range\s+\$(\w+),\s*\$(\w+)\s*:=\s*([^}]+?)\s*-?\}\}(.*?)\{\{-?\s*end\s*-?\}\}/s.exec(template)
  if (pairs) return renderPairs(template, pairs, data)
  const loop = /\{\{-?\s*range\s+([^}]+?)\s*-?\}\}(.*?)\{\{-?\s*end\s*-?\}\}/s.exec(template)
  if (loop) {
    const before = renderTemplate(template.slice(0, loop.index), data)
    const after = renderTemplate(template.slice(loop.index + loop[0].length), data)
    const items = Object.values(asObject(evaluate(loop[1] ?? '', data)))
    return `${before}${items.map((item) => renderTemplate(loop[2] ?? '', item)).join('')}${after}`
  }
  return template
    .replace(/\\t/g, '\t')
    .replace(/\\n/g, '\n')
    .replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, expression: string) => text(expression, data))
}

/** `range $key, $value := …` over a mapping, in the order of its keys. */
function renderPairs(template: string, found: RegExpExecArray, data: unknown): string {
  const [whole, key = '', value = '', source = '', body = ''] = found
  const before = renderTemplate(template.slice(0, found.index), data)
  const after = renderTemplate(template.slice(found.index + whole.length), data)
  const entries = Object.entries(asObject(evaluate(source, data))).sort(([a], [b]) => (a < b ? -1 : 1))
  const each = entries.map(([name, item]) =>
    body.replace(/\{\{-?\s*\$(\w+)((?:\.\w+)*)\s*-?\}\}/g, (_, variable: string, path: string) => {
      if (variable === key && path === '') return name
      if (variable !== value) throw new NotModelled(`the Go template variable $${variable}`)
      return show(evaluate(path === '' ? '.' : path, item))
    }),
  )
  return `${before}${each.map((one) => renderTemplate(one, data)).join('')}${after}`
}

function text(expression: string, data: unknown): string {
  if (expression.startsWith('println ')) return `${show(evaluate(expression.slice(8), data))}\n`
  const condition = /^(if|else|end|with|define)\b/.exec(expression)
  if (condition) throw new NotModelled(`the Go template {{${expression}}}`)
  return show(evaluate(expression, data))
}

function evaluate(expression: string, data: unknown): unknown {
  const trimmed = expression.trim().replace(/^\((.*)\)$/s, '$1')
  if (trimmed.startsWith('json ')) return new JsonText(evaluate(trimmed.slice(5), data))
  const compared = /^(gt|lt|eq|ne|ge|le)\s+(\.[\w.]+)\s+(-?\d+)$/.exec(trimmed)
  if (compared) return compare(compared, data)
  const index = /^index\s+(\(.*\)|\S+)\s+("[^"]*"|\d+)$/s.exec(trimmed)
  if (index) return asObject(evaluate(index[1] ?? '', data))[(index[2] ?? '').replaceAll('"', '')]
  if (!/^\.[\w.]*$/.test(trimmed)) throw new NotModelled(`the Go template {{${expression}}}`)
  return trimmed.split('.').filter(Boolean).reduce(field, data)
}

/** Numbers compared, as Go's templates do. */
function compare([, operator = '', path = '', number]: RegExpExecArray, data: unknown): boolean {
  const value = evaluate(path, data)
  if (typeof value !== 'number') throw new NotModelled(`the Go template {{${operator} ${path} ${number}}}`)
  return COMPARED[operator]?.(value, Number(number)) ?? false
}

const COMPARED: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  gt: (one, other) => one > other,
  lt: (one, other) => one < other,
  ge: (one, other) => one >= other,
  le: (one, other) => one <= other,
  eq: (one, other) => one === other,
  ne: (one, other) => one !== other,
}

function field(value: unknown, name: string): unknown {
  const object = asObject(value)
  if (!Object.hasOwn(object, name)) throw new NotModelled(`the template field .${name}`)
  return object[name]
}

class JsonText {
  readonly text: string
  constructor(value: unknown) {
    this.text = JSON.stringify(value ?? null)
  }
}

function show(value: unknown): string {
  if (value instanceof JsonText) return value.text
  if (value === undefined || value === null) return '<no value>'
  if (Array.isArray(value)) return `[${value.map(show).join(' ')}]`
  if (typeof value === 'object')
    return `map[${Object.entries(value)
      .map(([key, item]) => `${key}:${show(item)}`)
      .join(' ')}]`
  return String(value)
}

const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})

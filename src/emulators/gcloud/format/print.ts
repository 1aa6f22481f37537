import { stringify } from 'yaml'
import { NotModelled } from '../../model.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { isObject, type Json } from '../json.ts'
import type { Reply } from '../output.ts'
import { filterResources } from './filter.ts'
import { flatten } from './flatten.ts'
import { select, text } from './select.ts'
import { type FormatSpec, parseFormat, parseKey } from './spec.ts'
import { renderTable } from './table.ts'

/** What a command's resources print on stdout, by `--format`, `--filter`, `--flatten`, `--sort-by` and `--limit`. */
export const print = (invocation: GcloudInvocation, reply: Reply): string => {
  if (reply.resources === undefined) return ''
  const spec = parseFormat(invocation.flag('--format') ?? reply.layout ?? 'yaml')
  const isList = Array.isArray(reply.resources)
  const shaped = shape(invocation, isList ? (reply.resources as readonly Json[]) : [reply.resources as Json])
  return render(spec, shaped, isList)
}

const shape = (invocation: GcloudInvocation, resources: readonly Json[]): Json[] => {
  const key = invocation.flag('--flatten')
  const flat = key === undefined ? [...resources] : flatten(resources, key)
  const filter = invocation.flag('--filter')
  const kept = filter === undefined ? flat : filterResources(flat, filter)
  const ordered = sortBy(kept, invocation.flag('--sort-by'))
  const limit = invocation.flag('--limit')
  return limit === undefined ? ordered : ordered.slice(0, Number(limit))
}

const sortBy = (resources: Json[], key: string | undefined): Json[] => {
  if (key === undefined) return resources
  const column = parseKey(key.replace(/^~/, ''))
  const value = (resource: Json) => text(select(resource, column))
  const ordered = [...resources].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0))
  return key.startsWith('~') ? ordered.reverse() : ordered
}

const render = (spec: FormatSpec, resources: readonly Json[], isList: boolean): string => {
  switch (spec.name) {
    case 'none':
    case 'disable':
      return ''
    case 'json':
      return `${JSON.stringify(project(spec, resources, isList), null, 2)}\n`
    case 'yaml':
      return renderYaml(spec, resources, isList)
    case 'table':
      return renderTable(resources, spec)
    case 'value':
    case 'get':
      return renderValues(spec, resources)
    case 'csv':
      return renderCsv(spec, resources)
    default:
      throw new NotModelled(`--format=${spec.name}`)
  }
}

const project = (spec: FormatSpec, resources: readonly Json[], isList: boolean): Json => {
  const projected = resources.map((resource) => sortKeys(spec.columns.length === 0 ? resource : narrow(spec, resource)))
  return isList ? projected : (projected[0] ?? null)
}

const narrow = (spec: FormatSpec, resource: Json): Json =>
  spec.columns.reduce<Json>((kept, column) => put(kept, column.path, select(resource, column)), {})

const put = (target: Json, path: readonly (string | number)[], value: Json): Json => {
  const [step, ...rest] = path
  if (step === undefined || value === null) return value ?? target
  if (typeof step !== 'string' || step === 'each') return value
  const object = isObject(target) ? target : {}
  return { ...object, [step]: rest.length === 0 ? value : put(object[step] ?? {}, rest, value) }
}

const sortKeys = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isObject(value)) return value
  const present = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined)
  return Object.fromEntries(
    present.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sortKeys(inner)]),
  )
}

const renderYaml = (spec: FormatSpec, resources: readonly Json[], isList: boolean): string => {
  const documents = isList ? (project(spec, resources, true) as readonly Json[]) : [project(spec, resources, false)]
  const texts = documents.map((document) => stringify(document, { indentSeq: false, lineWidth: 0, singleQuote: true }))
  return isList ? texts.map((document) => `---\n${document}`).join('') : texts.join('')
}

const renderValues = (spec: FormatSpec, resources: readonly Json[]): string => {
  if (spec.columns.length === 0) throw new NotModelled(`--format=${spec.name} without keys`)
  const separator = typeof spec.attributes.separator === 'string' ? spec.attributes.separator : '\t'
  const lines = resources.map((resource) =>
    spec.columns.map((column) => plain(select(resource, column))).join(separator),
  )
  const terminator = typeof spec.attributes.terminator === 'string' ? spec.attributes.terminator : '\n'
  return lines.map((line) => `${line}${terminator}`).join('')
}

/** A value on one line: items of lists and maps are joined by `;`. */
const plain = (value: Json): string => {
  if (Array.isArray(value)) return value.map(plain).join(';')
  if (!isObject(value)) return text(value)
  return Object.entries(value)
    .map(([name, inner]) => `${name}=${plain(inner ?? null)}`)
    .join(';')
}

const renderCsv = (spec: FormatSpec, resources: readonly Json[]): string => {
  const heading = spec.columns.map(({ label, path }) => label ?? String(path.findLast((step) => step !== 'each') ?? ''))
  const rows = resources.map((resource) => spec.columns.map((column) => plain(select(resource, column))))
  const lines = spec.attributes['no-heading'] ? rows : [heading, ...rows]
  return lines.map((row) => `${row.map(quoteCsv).join(',')}\n`).join('')
}

const quoteCsv = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

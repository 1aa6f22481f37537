import { NotModelled } from '../../model.ts'
import type { Json } from '../json.ts'
import { select, text } from './select.ts'
import { parseKey } from './spec.ts'

/** Keeps the resources a `--filter` lets through: `key=value`, `key:value`, `key~pattern`, `NOT`, `AND`. */
export const filterResources = (resources: readonly Json[], expression: string): Json[] => {
  const terms = words(expression).reduce<Term[]>(addTerm, [])
  return resources.filter((resource) => terms.every((term) => term.holds(resource) !== term.negated))
}

interface Term {
  negated: boolean
  holds: (resource: Json) => boolean
}

const words = (expression: string): string[] => {
  if (/[()]|\bOR\b/.test(expression.replaceAll(/"[^"]*"|'[^']*'/g, ''))) throw new NotModelled(`--filter=${expression}`)
  return (
    expression
      .replaceAll(/\s*(!=|>=|<=|[=:~<>])\s*/g, '$1')
      .match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)
      ?.filter((word) => word !== 'AND') ?? []
  )
}

const addTerm = (terms: Term[], word: string): Term[] => {
  if (word === 'NOT') return [...terms, { negated: true, holds: PENDING }]
  const last = terms.at(-1)
  const waiting = last?.holds === PENDING
  const negated = waiting || word.startsWith('-')
  const term = { negated, holds: parseTerm(word.replace(/^-/, '')) }
  return waiting ? [...terms.slice(0, -1), term] : [...terms, term]
}

const PENDING = (): boolean => true

const parseTerm = (word: string): ((resource: Json) => boolean) => {
  const found = /^((?:[\w.[\]-]|"[^"]*")+)(!=|[=:~])([\s\S]*)$/.exec(word)
  if (found === null) throw new NotModelled(`--filter=${word}`)
  const [, key, operator, raw] = found as unknown as [string, string, string, string]
  const wanted = raw.replace(/^(["'])([\s\S]*)\1$/, '$2')
  const column = parseKey(key)
  const test = TESTS[operator] as (value: string, wanted: string) => boolean
  return (resource) => {
    const some = leaves(select(resource, column)).some((value) => test(value, wanted))
    return operator === '!=' ? !some : some
  }
}

const same = (value: string, wanted: string): boolean => {
  const [a, b] = [value.toLowerCase(), wanted.toLowerCase()]
  return b.endsWith('*') ? a.startsWith(b.slice(0, -1)) : a === b
}

const TESTS: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  '=': same,
  '!=': same,
  ':': (value, wanted) => wanted === '*' || same(value, wanted) || hasWord(value, wanted),
  '~': (value, wanted) => new RegExp(wanted).test(value),
}

const hasWord = (value: string, wanted: string): boolean => {
  const escaped = wanted.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', String.raw`\w*`)
  return new RegExp(`(^|\\W)${escaped}($|\\W)`, 'i').test(value)
}

const leaves = (value: Json): string[] => {
  if (value === null) return []
  if (typeof value !== 'object') return [text(value)]
  return Object.values(value).flatMap((item) => leaves(item ?? null))
}

import { NotModelled } from '../../model.ts'
import { isObject, type Json } from '../json.ts'
import type { Column, Transform } from './spec.ts'

/** The value of a column in a resource, transformed. */
export const select = (resource: Json, column: Pick<Column, 'path' | 'transforms'>): Json =>
  column.transforms.reduce<Json>(transform, follow(resource, column.path))

const follow = (value: Json | undefined, path: Column['path']): Json => {
  const [step, ...rest] = path
  if (value === undefined || value === null) return null
  if (step === undefined) return value
  if (Array.isArray(value)) return followList(value, step, rest)
  return typeof step === 'string' && isObject(value) ? follow(value[step], rest) : null
}

const followList = (list: readonly Json[], step: string | number, rest: Column['path']): Json => {
  if (step === 'each') return list.map((item) => follow(item, rest))
  if (typeof step === 'number') return follow(list.at(step), rest)
  // A name on a list stands for that key of each item (`gcloud topic projections`).
  return list.map((item) => follow(item, [step, ...rest]))
}

type Apply = (value: Json, args: readonly string[]) => Json

const TRANSFORMS: Readonly<Record<string, Apply>> = {
  basename: (value) => text(value).split('/').at(-1) ?? '',
  date: (value, [layout]) => formatDate(text(value), layout ?? '%Y-%m-%dT%H:%M:%S'),
  iso: (value, [option]) => isoDate(value, option),
  join: (value, [separator]) => (Array.isArray(value) ? value.map(text).join(separator ?? '/') : value),
  len: (value) => (Array.isArray(value) ? value.length : text(value).length),
  list: (value, [option]) => listed(value, /separator=["']?([^"']*)/.exec(option ?? '')?.[1] ?? ','),
  lower: (value) => text(value).toLowerCase(),
  scope: (value, [name]) =>
    text(value)
      .split(`/${name ?? 'regions'}/`)
      .at(-1) ?? '',
  segment: (value, [index]) =>
    text(value)
      .split('/')
      .at(Number(index ?? -1)) ?? '',
  upper: (value) => text(value).toUpperCase(),
  yesno: (value, args) => yesNo(value, args),
}

const transform = (value: Json, { name, args }: Transform): Json => {
  const apply = TRANSFORMS[name]
  if (apply === undefined) throw new NotModelled(`the transform ${name}() of a format`)
  return value === null && !TRANSFORMS_NOTHING.has(name) ? null : apply(value, args)
}

/** What they make of a value that is not there. */
const TRANSFORMS_NOTHING = new Set(['iso', 'yesno'])

/** As gcloud has it, `T` where there is no date (googlecloudsdk/core/resource/resource_transform.py). */
const isoDate = (value: Json, option = ''): string =>
  value === null
    ? (/^undefined=["']?([^"']*)/.exec(option)?.[1] ?? 'T')
    : new Date(text(value)).toISOString().replace(/Z$/, '+00:00')

const yesNo = (value: Json, args: readonly string[]): string => {
  const options = Object.fromEntries(args.map((arg) => arg.split('=').map((part) => part.replaceAll(/["']/g, ''))))
  const truthy = value !== null && value !== false && value !== '' && value !== 0
  return truthy ? (options.yes ?? text(value)) : (options.no ?? 'No')
}

const listed = (value: Json, separator: string): string =>
  isObject(value)
    ? Object.entries(value)
        .map(([name, item]) => `${name}=${text(item ?? null)}`)
        .join(separator)
    : Array.isArray(value)
      ? value.map(text).join(separator)
      : text(value)

/** A scalar as gcloud prints it. */
export const text = (value: Json): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const formatDate = (iso: string, layout: string): string => {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return ''
  const [day, time] = moment.toISOString().split('T') as [string, string]
  const [year, month, date] = day.split('-')
  const [hour, minute, second] = time.slice(0, 8).split(':')
  const parts: Record<string, string | undefined> = {
    Y: year,
    m: month,
    d: date,
    H: hour,
    M: minute,
    S: second,
    Z: 'UTC',
    z: '+0000',
  }
  return layout.replaceAll(/%([A-Za-z])/g, (whole, letter: string) => parts[letter] ?? whole)
}

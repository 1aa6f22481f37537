import { keysOf } from '#formats/systemd/directives.ts'
import { parseUnit, type UnitEntry } from '#formats/systemd/parse.ts'
import type { ServerFiles } from '../files.ts'

/** A unit as the manager reads it: its file and the drop-ins beside it. */
export interface UnitFile {
  /** With its suffix, `app.service`. */
  name: string
  /** Where it was found. */
  path: string
  /** Paths of its drop-ins, in the order they count. */
  dropIns: readonly string[]
  /** All of their text, to tell whether something changed. */
  text: string
  entries: readonly (UnitEntry & { path: string; line: number })[]
}

/** Where units are looked for: what is first hides what comes after (systemd.unit(5)). */
const PLACES = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
]

/** The name with its suffix: that of a service where none is given. */
export const unitName = (word: string): string =>
  /\.(service|timer|socket|target|mount|path|slice|scope)$/.test(word) ? word : `${word}.service`

/** What the manager finds of a unit: its file, that it is masked, or nothing. */
export async function findUnit(files: ServerFiles, name: string): Promise<UnitFile | 'masked' | undefined> {
  for (const place of PLACES) {
    const path = `${place}/${name}`
    if ((await files.linkTarget(path)) === '/dev/null') return 'masked'
    if (await files.exists(path)) return readUnit(files, await originOf(files, path))
  }
  return undefined
}

/** An alias leads to the unit it is one of: `redis.service` to `redis-server.service`. */
async function originOf(files: ServerFiles, path: string): Promise<string> {
  const target = await files.linkTarget(path)
  if (target === undefined) return path
  return target.startsWith('/') ? target : `${path.slice(0, path.lastIndexOf('/'))}/${target}`
}

/** Reads a unit and the drop-ins it has where units are looked for. */
export async function readUnit(files: ServerFiles, path: string): Promise<UnitFile> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dropIns: string[] = []
  for (const place of [...PLACES].reverse())
    for (const file of await files.names(`${place}/${name}.d`))
      if (file.endsWith('.conf')) dropIns.push(`${place}/${name}.d/${file}`)
  const paths = [path, ...dropIns]
  const texts = await Promise.all(paths.map((one) => files.read(one)))
  const entries = texts.flatMap((text, at) =>
    parseUnit(text).entries.map((entry) => ({ ...entry, path: paths[at] ?? '', line: lineOf(text, entry.start) })),
  )
  return { name, path, dropIns, text: texts.join('\0'), entries }
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** The values of a key, in order. An empty one does away with those before it. */
export function valuesOf({ entries }: UnitFile, section: string, ...keys: readonly string[]): string[] {
  const found: string[] = []
  for (const { section: its, key, value } of entries) {
    if (its !== section || !keys.includes(key)) continue
    if (value === '') found.length = 0
    else found.push(value)
  }
  return found
}

/** The value that counts of a key: its last. */
export const settingOf = (unit: UnitFile, section: string, ...keys: readonly string[]): string | undefined =>
  valuesOf(unit, section, ...keys).at(-1)

/** What the manager says in its journal of lines it ignores. */
export function ignoredLines({ entries }: UnitFile): string[] {
  return entries.flatMap(({ section, key, path, line }) => {
    const keys = keysOf(section)
    if (section.startsWith('X-') || key.startsWith('X-')) return []
    if (!keys) return [`${path}:${line}: Unknown section '${section}'. Ignoring.`]
    return keys.includes(key) ? [] : [`${path}:${line}: Unknown key '${key}' in section [${section}], ignoring.`]
  })
}

/** Whether the text of a value of systemd means yes (systemd.syntax(7)). */
export const isYes = (value: string | undefined): boolean => /^(1|yes|true|on|y|t)$/i.test(value ?? '')

/** Milliseconds of a time span, `5`, `1min 30s`, `100ms`; undefined of what is none (systemd.time(7)). */
export function spanOf(text: string): number | undefined {
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  const parts = [...text.matchAll(/\s*(\d+(?:\.\d+)?)\s*([a-z]*)/gi)]
  if (
    parts
      .map(([whole]) => whole)
      .join('')
      .trim() !== text.trim() ||
    parts.length === 0
  )
    return undefined
  const spans = parts.map(([, number, unit = '']) => Number(number) * (UNITS[unit || 's'] ?? Number.NaN))
  const sum = spans.reduce((total, one) => total + one, 0)
  return Number.isNaN(sum) ? undefined : sum
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  msec: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Seed, seedSchema } from '#schema/seed.ts'
import { FIXTURES, inRoot } from './paths.ts'

/** Words of three letters and more, and numbers, in the files of a system's seed world; undefined where it has none. Read once. */
export const worldWords = (system: string): ReadonlySet<string> | undefined => words(system)

/** Images with their versions, `redis:7`, in the files of a system's seed world; undefined where it has none. Read once. */
export const worldImages = (system: string): ReadonlySet<string> | undefined => images(system)

/** Files of the directory a run of a system starts in, relative to it. The seed's working directory has the system's name. Read once. */
export const workspaceFiles = (system: string): ReadonlySet<string> | undefined => files(system)

/** Names of the situations of a system; undefined where it has no world. Read once. */
export const situations = (system: string): ReadonlySet<string> | undefined => situationNames(system)

/** What a system's seed declares of other worlds its procedures must hold in; undefined where it has no world. Read once. */
export const worldVariations = (system: string): Seed['variations'] | undefined => declared(system)

/** Their names. */
export function variations(system: string): ReadonlySet<string> | undefined {
  const known = declared(system)
  return known && new Set(Object.keys(known))
}

/** Worlds may have changed: they are read again when asked for. */
export function forgetWorlds(): void {
  texts.forget()
  words.forget()
  images.forget()
  files.forget()
  situationNames.forget()
  declared.forget()
}

const texts = remembered<readonly string[]>((system) => readTexts(inRoot(FIXTURES, system)))
const words = remembered<ReadonlySet<string>>((system) => foundIn(texts(system), /[A-Za-z]{3,}|\d{2,}/g))
const images = remembered<ReadonlySet<string>>((system) =>
  foundIn(texts(system), /(?<![\w./:-])[a-z][\w./-]*:\d[\w.-]*/g),
)
const files = remembered<ReadonlySet<string>>((system) => readFiles(inRoot(FIXTURES, system, 'laptop', system)))

const situationNames = remembered<ReadonlySet<string>>((system) => readSituations(inRoot(FIXTURES, system)))
const declared = remembered((system) => readVariations(inRoot(FIXTURES, system, 'seed.yaml')))

type Read<Value> = (system: string) => Value | undefined

function remembered<Value>(read: Read<Value>): Read<Value> & { forget(): void } {
  const known = new Map<string, Value | undefined>()
  const ask: Read<Value> = (system) => {
    if (!known.has(system)) known.set(system, read(system))
    return known.get(system)
  }
  return Object.assign(ask, { forget: () => known.clear() })
}

function readFiles(directory: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(directory, { recursive: true, encoding: 'utf8' }))
  } catch {
    return undefined
  }
}

const foundIn = (some: readonly string[] | undefined, pattern: RegExp): ReadonlySet<string> | undefined =>
  some && new Set(some.flatMap((text) => text.match(pattern) ?? []))

/** Paths and texts of the files in a directory. */
function readTexts(directory: string): string[] | undefined {
  try {
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return [...files, ...files.map((file) => readFileSync(file, 'utf8'))]
  } catch {
    return undefined
  }
}

function readSituations(directory: string): ReadonlySet<string> | undefined {
  if (!existsSync(directory)) return undefined
  const folder = join(directory, 'situations')
  const files = existsSync(folder) ? readdirSync(folder) : []
  return new Set(files.flatMap((file) => (file.endsWith('.sh') ? [file.slice(0, -'.sh'.length)] : [])))
}

/** A seed that cannot be read has none: a run says why. */
function readVariations(file: string): Seed['variations'] | undefined {
  try {
    return seedSchema.safeParse(parse(readFileSync(file, 'utf8'))).data?.variations
  } catch {
    return undefined
  }
}

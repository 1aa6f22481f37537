import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIXTURES, inRoot } from './paths.ts'

const worlds = new Map<string, ReadonlySet<string> | undefined>()

/** Words of three letters and more, and numbers, in the files of a system's seed world; undefined where it has none. Read once. */
export function worldWords(system: string): ReadonlySet<string> | undefined {
  if (!worlds.has(system)) worlds.set(system, readWords(inRoot(FIXTURES, system)))
  return worlds.get(system)
}

/** Worlds may have changed: they are read again when asked for. */
export const forgetWorlds = (): void => worlds.clear()

function readWords(directory: string): ReadonlySet<string> | undefined {
  try {
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const texts = [...files, ...files.map((file) => readFileSync(file, 'utf8'))]
    return new Set(texts.flatMap((text) => text.match(/[A-Za-z]{3,}|\d{2,}/g) ?? []))
  } catch {
    return undefined
  }
}

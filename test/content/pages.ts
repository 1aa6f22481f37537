import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunbook, type Page, type Runbook } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A file of the project as text, by its path from the root. */
export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Files under a folder, as paths from the root, sorted. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}

const pages = new Map<string, Page>()

/** A page of the project, parsed once. Throws when it cannot be. */
export function readPage(file: string): Page {
  const page = pages.get(file) ?? parsePage({ file, source: readText(file) }).page
  if (!page) throw new Error(`${file} is no page`)
  pages.set(file, page)
  return page
}

/** Every runbook, in both languages. */
export function runbooks(): Runbook[] {
  return filesUnder('content/docs')
    .filter((file) => file.endsWith('.md'))
    .map(readPage)
    .filter(isRunbook)
}

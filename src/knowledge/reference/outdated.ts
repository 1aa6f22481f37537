import { readdir, readFile } from 'node:fs/promises'
import { wholeFile } from '#schema/place.ts'
import { scriptReferenceStale } from '#script/findings/reference-stale.ts'
import { inRoot } from '../paths.ts'
import type { Drift } from '../scripts/outdated.ts'
import { type ReferencePage, referencePages } from './page.ts'

const FOLDERS = ['content/docs/reference', 'content/docs/en/reference']

/** Pages of the reference that are not what the catalogue says, and those no family has. */
export async function referenceDrift(): Promise<Drift[]> {
  const pages = referencePages()
  const stale = await staleIn(pages, (file) => readFile(inRoot(file), 'utf8').catch(() => undefined))
  const known = new Set(pages.map(({ file }) => file))
  const files = (await Promise.all(FOLDERS.map(filesOf))).flat()
  return [...stale, ...files.filter((file) => !known.has(file)).map((file) => drift(file, undefined))]
}

/** Those of the pages given whose file does not hold their text. */
export async function staleIn(
  pages: readonly ReferencePage[],
  read: (file: string) => Promise<string | undefined>,
): Promise<Drift[]> {
  const found = await Promise.all(pages.map(({ file }) => read(file)))
  return pages.flatMap(({ file, text }, index) =>
    found[index]?.replaceAll('\r\n', '\n') === text ? [] : [drift(file, text)],
  )
}

const drift = (file: string, text: string | undefined): Drift => ({
  file,
  text,
  finding: scriptReferenceStale.at(wholeFile(file), { file }),
})

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(inRoot(folder)).catch(() => [])
  return names.map((name) => `${folder}/${name}`)
}

import { parsePage } from '#document/parse.ts'
import { CONTENT } from '#knowledge/paths.ts'
import { expectedScripts } from '#knowledge/scripts/outdated.ts'
import type { Localized } from '#schema/locale.ts'
import type { Files } from './kind.ts'

/** A page in both languages, where the site looks for it. */
export const pageFiles = (folder: string, id: string, page: Localized): Files => ({
  [`${CONTENT}/${folder}/${id}.md`]: page.es,
  [`${CONTENT}/en/${folder}/${id}.md`]: page.en,
})

/** Files, and the script of the runbook that is among them. */
export function withScript(files: Files): Files {
  const pages = Object.entries(files).flatMap(([file, source]) => parsePage({ file, source }).page ?? [])
  return { ...files, ...Object.fromEntries(expectedScripts(pages).map(({ file, text }) => [file, text])) }
}

import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { isRunbook, type Page, type Runbook } from '#document/model.ts'
import { type ParsedPage, parsePage } from '#document/parse.ts'
import type { Finding } from '#finding/finding.ts'
import { CONTENT, fromRoot, inRoot } from './paths.ts'

export interface Pages {
  /** Every Markdown file, readable or not. */
  files: readonly string[]
  pages: readonly Page[]
  findings: readonly Finding[]
}

/** Every Markdown file of the knowledge base, sorted. */
export async function pageFiles(): Promise<string[]> {
  const entries = await readdir(inRoot(CONTENT), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => fromRoot(`${entry.parentPath}/${entry.name}`))
    .sort()
}

/** What the files of one address share, whatever their language. */
export const addressFile = (file: string): string => file.replace(/^content\/docs\/(en\/)?/, '')

/** Reads and parses every Markdown page of the knowledge base. */
export async function readPages(): Promise<Pages> {
  const files = await pageFiles()
  const parsed = files.map(readPage)
  return {
    files,
    pages: parsed.flatMap(({ page }) => (page ? [page] : [])),
    findings: parsed.flatMap(({ findings }) => findings),
  }
}

/** The text of one page. Waiting for so small a file costs more than reading it. */
export const readText = (file: string): { file: string; source: string } => ({
  file,
  source: readFileSync(inRoot(file), 'utf8'),
})

/** Reads and parses one page. */
export const readPage = (file: string): ParsedPage => parsePage(readText(file))

/** Spanish runbooks with their English twins, by id. */
export function pairRunbooks(pages: readonly Page[]): Map<string, { es: Runbook; en: Runbook | undefined }> {
  const runbooks = pages.filter(isRunbook)
  const english = new Map(runbooks.filter(({ locale }) => locale === 'en').map((page) => [page.header.id, page]))
  const spanish = runbooks.filter(({ locale }) => locale === 'es')
  return new Map(spanish.map((es) => [es.header.id, { es, en: english.get(es.header.id) }]))
}

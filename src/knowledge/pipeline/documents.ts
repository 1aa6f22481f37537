import { checkPages } from '#check/check-pages.ts'
import { withStepMarks } from '#check/fix/step-mark.ts'
import { inPlainPage } from '#check/plain.ts'
import type { Page } from '#document/model.ts'
import { type ParsedPage, parsePage } from '#document/parse.ts'
import { parsePlainPage } from '#document/plain.ts'
import type { Finding } from '#finding/finding.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import { certainOnly } from '../fix/certain.ts'
import { type OnFile, surroundings } from './surroundings.ts'

/** A document, and the name findings give it. */
export interface Text {
  file: string
  source: string
}

/** What is found in documents that are checked together. */
export interface CheckedTexts {
  pages: readonly Page[]
  /** In their text as such. */
  document: readonly Finding[]
  /** By rules, which need a document to be readable as a whole. */
  rules: readonly Finding[]
  /** All of them could be read. */
  readable: boolean
}

/** How a document is read: as a page of the knowledge base, or as Markdown from outside. */
export type ReadAs = 'page' | 'outside'

/** Checks documents that are one page, one a language; or one from outside. */
export async function checkTexts(texts: readonly Text[], as: ReadAs, onFile?: OnFile): Promise<CheckedTexts> {
  const parsed = texts.map(PARSE[as])
  const pages = parsed.flatMap(({ page }): Page[] => (page ? [page] : []))
  const document = parsed.flatMap(({ findings }) => findings)
  const rules = checkPages(pages, await surroundings(pages, onFile))
  return {
    pages,
    document: certainOnly(withStepMarks(document, pages)),
    rules: certainOnly(rules, document),
    readable: pages.length === texts.length,
  }
}

const PARSE: Readonly<Record<ReadAs, (text: Text) => { page?: Page | undefined; findings: readonly Finding[] }>> = {
  page: (text): ParsedPage => parsePage(text),
  outside(text) {
    const { page, findings } = parsePlainPage({ ...text, commands: KNOWN_PROGRAMS })
    return { page, findings: inPlainPage(findings) }
  },
}

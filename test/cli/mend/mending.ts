import { parsePage } from '#document/parse.ts'
import type { Finding } from '#finding/finding.ts'
import { type Found, type Mended, mend, type Texts } from '../../../src/cli/mend/loop.ts'
import { checkParsed } from '../../../src/cli/page-group.ts'
import { readPlainText } from '../../../src/cli/plain-pages.ts'

export const ES = 'content/docs/runbooks/page.md'
export const EN = 'content/docs/en/runbooks/page.md'

/** What is found in pages of one address, as `pnpm verify --fix` checks them. */
export async function checkPages(texts: Texts): Promise<Found> {
  const parsed = [...texts].map(([file, source]) => parsePage({ file, source }))
  const { document, rules } = await checkParsed(parsed)
  return { document, rules, readable: parsed.every(({ page }) => page) }
}

/** What is found in one document from outside. */
export async function checkOutside(texts: Texts): Promise<Found> {
  const [[file, source] = ['', '']] = texts
  return readPlainText(file, source)
}

const HEADER = '---\ntitle: Ejemplo\nrunbook:\n  id: page\n  system: carblau\n---\n\n'

/** A runbook of these blocks in both languages; the Spanish ones in both unless told. */
export const runbook = (es: string, en: string = es): Texts =>
  new Map([
    [ES, HEADER + es],
    [EN, HEADER + en],
  ])

export const mendPages = (texts: Texts): Promise<Mended> => mend(texts, checkPages)

/** The blocks of a mended page. */
export const bodyOf = ({ texts }: Mended, file: string): string => (texts.get(file) ?? '').replace(HEADER, '')

export const allOf = ({ document, rules }: Found): Finding[] => [...document, ...rules]
export const codesOf = (found: Found): string[] => allOf(found).map(({ code }) => code)

import { WHOLE } from '#check/rules/procedure/card/example.ts'
import type { Finding } from '#finding/finding.ts'
import { type Fixed, type Found, fixTexts, type Texts } from '../../../src/knowledge/fix/loop.ts'
import { checkTexts } from '../../../src/knowledge/pipeline/documents.ts'

export const ES = 'content/docs/runbooks/page.md'
export const EN = 'content/docs/en/runbooks/page.md'

/** What is found in pages of one address, as `pnpm verify --fix` checks them. */
export const checkPages = (texts: Texts): Promise<Found> => checkTexts(listed(texts), 'page')

/** What is found in one document from outside. */
export const checkOutside = (texts: Texts): Promise<Found> => checkTexts(listed(texts), 'outside')

const listed = (texts: Texts) => [...texts].map(([file, source]) => ({ file, source }))

const CARD = WHOLE.map((line) => `  ${line}\n`).join('')
const HEADER = `---\ntitle: Ejemplo\nrunbook:\n  id: page\n  system: carblau\n${CARD}---\n\n`

/** A runbook of these blocks in both languages; the Spanish ones in both unless told. */
export const runbook = (es: string, en: string = es): Texts =>
  new Map([
    [ES, HEADER + es],
    [EN, HEADER + en],
  ])

export const fixBoth = (texts: Texts): Promise<Fixed> => fixTexts(texts, checkPages)

/** The blocks of a fixed page. */
export const bodyOf = ({ texts }: Fixed, file: string): string => (texts.get(file) ?? '').replace(HEADER, '')

export const allOf = ({ document, rules }: Found): Finding[] => [...document, ...rules]
export const codesOf = (found: Found): string[] => allOf(found).map(({ code }) => code)

import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { sourceHash } from '#report/source-hash.ts'
import type { Locale } from '#schema/locale.ts'
import { evidenceOf, type PageEvidence } from './evidence.ts'
import { stepIds } from './steps.ts'
import { lastRuns, VERIFICATION_FILE } from './verification.ts'

/** What the site knows about a runbook beyond the text of its page. */
interface PageData {
  /** Ids of its steps, in order. */
  steps: readonly string[]
  /** Undefined until a verification ran it. */
  evidence: PageEvidence | undefined
}

const known = new Map<string, { stamp: string; data: PageData }>()

/**
 * Steps and evidence of a runbook, by its id, as one locale's page has them.
 * Every block of a page asks, so the answer is kept until a source changes.
 */
export function pageData(id: string, locale: Locale): PageData {
  const files = { es: `content/docs/runbooks/${id}.md`, en: `content/docs/en/runbooks/${id}.md` }
  const stamp = [files.es, files.en, VERIFICATION_FILE].map(modified).join()
  const last = known.get(`${locale}/${id}`)
  if (last?.stamp === stamp) return last.data
  const data = readPage(id, { es: read(files.es), en: read(files.en) }, locale)
  known.set(`${locale}/${id}`, { stamp, data })
  return data
}

function readPage(id: string, sources: Record<Locale, string | undefined>, locale: Locale): PageData {
  const hash = sourceHash({ es: sources.es ?? '', en: sources.en })
  return { steps: stepIds(sources[locale] ?? sources.es ?? ''), evidence: evidenceOf(lastRuns(), { id, hash }) }
}

/** The id of the runbook a source file holds, by its place; undefined for any other page. */
export function runbookIdOf(file: string | undefined): string | undefined {
  return /content\/docs\/(?:en\/)?runbooks\/([^/]+)\.mdx?$/.exec(file?.replaceAll('\\', '/') ?? '')?.[1]
}

const modified = (path: string) => statSync(resolve(path), { throwIfNoEntry: false })?.mtimeMs ?? 0
const read = (path: string) => (modified(path) ? readFileSync(resolve(path), 'utf8') : undefined)

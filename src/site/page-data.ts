import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { addressOf } from '#document/address.ts'
import { sourceHash } from '#report/source-hash.ts'
import { worldHash } from '#report/tree-hash.ts'
import type { Locale } from '#schema/locale.ts'
import { evidenceOf, type PageEvidence } from './evidence.ts'
import { type PageStep, pageSteps } from './steps.ts'
import { lastRuns, VERIFICATION_FILE } from './verification.ts'

/** What the site knows about a page with steps beyond its text. */
interface PageData {
  /** Ids of its steps, in order. */
  steps: readonly string[]
  /** The same with what the page says of each. */
  outline: readonly PageStep[]
  /** Undefined until a verification ran it. */
  evidence: PageEvidence | undefined
}

const known = new Map<string, { stamp: string; data: PageData }>()

/**
 * Steps and evidence of a runbook, guide or post-mortem, by its place on the site (`guides/logs`), as one
 * locale's page has them. Every block of a page asks, so the answer is kept until a source changes.
 */
export function pageData(slug: string, locale: Locale): PageData {
  const files = { es: `content/docs/${slug}.md`, en: `content/docs/en/${slug}.md` }
  const world = currentWorld(systemOf(read(files.es)))
  const stamp = [...[files.es, files.en, VERIFICATION_FILE].map(modified), world].join()
  const last = known.get(`${locale}/${slug}`)
  if (last?.stamp === stamp) return last.data
  const data = readPage({ id: runbookIdOf(slug), locale, world }, { es: read(files.es), en: read(files.en) })
  known.set(`${locale}/${slug}`, { stamp, data })
  return data
}

interface Wanted {
  id: string
  locale: Locale
  world: string
}

function readPage({ id, locale, world }: Wanted, sources: Record<Locale, string | undefined>): PageData {
  const hash = sourceHash({ es: sources.es ?? '', en: sources.en })
  const outline = pageSteps(sources[locale] ?? sources.es ?? '')
  return { steps: outline.map((step) => step.id), outline, evidence: evidenceOf(lastRuns(), { id, hash, world }) }
}

/** The system a page's header names. */
const systemOf = (source = '') => /^---\r?\n[\s\S]*?^\s+system:\s*['"]?([\w-]+)/m.exec(source)?.[1] ?? ''

/** How long a hash of the tools holds: every block of a page asks, and files do not change that fast. */
const HOLDS_MS = 5000
const worlds = new Map<string, { at: number; hash: string }>()

function currentWorld(system: string): string {
  const last = worlds.get(system)
  if (last && Date.now() - last.at < HOLDS_MS) return last.hash
  const hash = worldHash(resolve('.'), system)
  worlds.set(system, { at: Date.now(), hash })
  return hash
}

/** The place on the site of a page that may have steps, `guides/logs`, from its source file; undefined for any other file. */
export function slugOf(file: string | undefined): string | undefined {
  if (!file?.endsWith('.md')) return undefined
  const { slug } = addressOf(file)
  return slug.includes('/') ? slug : undefined
}

/** A page's runbook has the id its file is named by. */
export const runbookIdOf = (slug: string): string => slug.slice(slug.lastIndexOf('/') + 1)

const modified = (path: string) => statSync(resolve(path), { throwIfNoEntry: false })?.mtimeMs ?? 0
const read = (path: string) => (modified(path) ? readFileSync(resolve(path), 'utf8') : undefined)

import { type CollectionEntry, getCollection } from 'astro:content'
import type { RunbookHeader } from '#schema/frontmatter.ts'
import { LOCALES, type Locale } from '#schema/locale.ts'

type DocsEntry = CollectionEntry<'docs'>

/** A runbook as lists and the sidebar show it. */
export interface RunbookEntry {
  /** Its place on the site without the locale, `runbooks/deploy`. */
  slug: string
  system: string
  title: string
  description: string | undefined
  /** Path of its page on the site. */
  href: string
  /** What its page's header declares. */
  header: RunbookHeader
}

/** Documents of one locale, without drafts and error pages. Ids of other locales start with their name. */
export async function documents(locale: Locale): Promise<DocsEntry[]> {
  const all = await getCollection('docs', ({ data }: DocsEntry) => !data.draft)
  return all.filter(({ id }: DocsEntry) => localeOfId(id) === locale && !/(^|\/)404$/.test(id))
}

const localeOfId = (id: string): Locale =>
  LOCALES.find((locale) => id === locale || id.startsWith(`${locale}/`)) ?? 'es'

/** Path of a document on the site; ids of home pages are `index` and `en`. */
export const hrefOf = (id: string): string => (id === '' || id === 'index' ? '/' : `/${id}/`)

/** Place of a document on the site without its locale. */
export const slugOfId = (id: string, locale: Locale): string => (locale === 'en' ? id.replace(/^en\//, '') : id)

/** Runbooks of a locale by system, both in alphabetical order. Guides and post-mortems with steps have lists of their own. */
export async function runbooksBySystem(locale: Locale): Promise<Map<string, RunbookEntry[]>> {
  const entries = (await documents(locale)).flatMap(({ id, data }): RunbookEntry[] =>
    data.runbook && slugOfId(id, locale).startsWith('runbooks/')
      ? [{ ...listed(id, data, locale), system: data.runbook.system, header: data.runbook }]
      : [],
  )
  const sorted = entries.toSorted((a, b) => a.system.localeCompare(b.system) || a.title.localeCompare(b.title))
  return Map.groupBy(sorted, ({ system }) => system)
}

const listed = (id: string, { title, description }: DocsEntry['data'], locale: Locale) => ({
  slug: slugOfId(id, locale),
  title,
  description,
  href: hrefOf(id),
})

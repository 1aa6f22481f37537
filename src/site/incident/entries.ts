import type { Incident } from '#schema/incident.ts'
import type { Locale } from '#schema/locale.ts'
import { documents, hrefOf, slugOfId } from '../documents.ts'
import { newestFirst } from './record.ts'

/** A post-mortem as lists, pictures and the feed show it. */
export interface IncidentEntry {
  incident: Incident
  title: string
  description: string | undefined
  href: string
  /** Place of its page on the site without the locale. */
  slug: string
}

/** The post-mortems of a locale, newest first. */
export async function incidentEntries(locale: Locale): Promise<IncidentEntry[]> {
  const entries = (await documents(locale)).flatMap(({ id, data }): IncidentEntry[] => {
    const { incident, title, description } = data
    return incident ? [{ incident, title, description, href: hrefOf(id), slug: slugOfId(id, locale) }] : []
  })
  return newestFirst(entries)
}

/** Title and address of every page with steps, by its runbook id. */
export async function pagesById(locale: Locale): Promise<Map<string, { title: string; href: string }>> {
  const pages = await documents(locale)
  return new Map(
    pages.flatMap(({ id, data }) =>
      data.runbook ? [[data.runbook.id, { title: data.title, href: hrefOf(id) }] as const] : [],
    ),
  )
}

import { isRunbook, type Page } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'
import type { SiteRule } from '../rule.ts'

/** A post-mortem links the runbooks it names, and each of them links it: a reader of either finds the other. */
export const incidentLinks: SiteRule = (pages) => {
  const runbooks = pages.filter(isRunbook)
  return pages.flatMap((page) =>
    (page.incident?.runbooks ?? []).flatMap(({ id, relation }, index) => {
      const target = runbooks.find(({ header, locale }) => header.id === id && locale === page.locale)
      if (!target) return []
      const place = page.placeAt?.(['incident', 'runbooks', String(index), 'id']) ?? wholeFile(page.file)
      const data = { runbook: id, relation }
      return [...missing(target, page, place, data), ...missing(page, target, place, data)]
    }),
  )
}

function missing(
  from: Page,
  to: Page,
  place: Finding['place'],
  data: { runbook: string; relation: string },
): Finding[] {
  const url = `/${to.locale === 'en' ? 'en/' : ''}${to.slug}/`
  const links = from.links.map((link) => link.url.replace(/#.*$/, ''))
  return links.includes(url) ? [] : [finding('INCIDENT_LINK_MISSING', place, { ...data, url, page: from.file })]
}

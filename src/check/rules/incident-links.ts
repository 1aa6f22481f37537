import { type Finding, finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'
import type { PageSummary } from '../page/site.ts'
import type { SiteRule } from '../rule.ts'

/** A post-mortem links the runbooks it names, and each of them links it: a reader of either finds the other. */
export const incidentLinks: SiteRule = ({ pages, incidents }) =>
  incidents.flatMap((page) =>
    (page.incident?.runbooks ?? []).flatMap(({ id, relation }, index) => {
      const target = pages.find(({ runbook, locale }) => runbook === id && locale === page.locale)
      if (!target) return []
      const place = page.placeAt?.(['incident', 'runbooks', String(index), 'id']) ?? wholeFile(page.file)
      const data = { runbook: id, relation }
      return [...missing(target, page, place, data), ...missing(page, target, place, data)]
    }),
  )

type Linked = Pick<PageSummary, 'file' | 'locale' | 'slug' | 'links'>

function missing(
  from: Linked,
  to: Linked,
  place: Finding['place'],
  data: { runbook: string; relation: string },
): Finding[] {
  const url = `/${to.locale === 'en' ? 'en/' : ''}${to.slug}/`
  const links = from.links.map((link) => link.url.replace(/#.*$/, ''))
  return links.includes(url) ? [] : [finding('INCIDENT_LINK_MISSING', place, { ...data, url, page: from.file })]
}

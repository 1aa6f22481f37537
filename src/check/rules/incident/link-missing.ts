import type { PageSummary } from '#check/page/site.ts'
import { siteRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'

export const incidentLinkMissing = defineFinding({
  code: 'INCIDENT_LINK_MISSING',
  severity: 'error',
  es: {
    message: 'El incidente nombra el runbook «{runbook}» ({relation}), y esa página no enlaza aquí.',
    hint: 'Enlaza {url} desde {page}.',
    why: 'Quien opera llega desde el runbook y quien investiga desde el análisis: cada uno debe encontrar al otro.',
  },
  en: {
    message: 'The incident names the runbook "{runbook}" ({relation}), and that page does not link here.',
    hint: 'Link {url} from {page}.',
    why: 'Operators come from the runbook and investigators from the post-mortem: each must find the other.',
  },
  of: 'incident',
  wrong: ['runbooks:', '  - { id: unlinked, relation: resolves }'],
  right: ['runbooks:', '  - { id: triage, relation: resolves }'],
})

/** A post-mortem links the runbooks it names, and each of them links it: a reader of either finds the other. */
export const incidentLinks = siteRule([incidentLinkMissing], ({ pages, incidents }) =>
  incidents.flatMap((page) =>
    (page.incident?.runbooks ?? []).flatMap(({ id, relation }, index) => {
      const target = pages.find(({ runbook, locale }) => runbook === id && locale === page.locale)
      if (!target) return []
      const place = page.placeAt?.(['incident', 'runbooks', String(index), 'id']) ?? wholeFile(page.file)
      const data = { runbook: id, relation }
      return [...missing(target, page, place, data), ...missing(page, target, place, data)]
    }),
  ),
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
  return links.includes(url) ? [] : [incidentLinkMissing.at(place, { ...data, url, page: from.file })]
}

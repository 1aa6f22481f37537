import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data'
import { runbooksBySystem } from './documents.ts'
import { INCIDENT_TEXTS } from './incident/texts.ts'
import { localeOf, TEXTS } from './texts.ts'

type Entry = StarlightRouteData['sidebar'][number]
type Group = Extract<Entry, { type: 'group' }>
type Link = Extract<Entry, { type: 'link' }>

/** A group the reader is not in is cut to one link above this many pages, so that a page does not list the whole site. */
const LONGEST_CLOSED_GROUP = 8

/**
 * Groups runbooks by system, closes every group but the current one, and drops
 * groups without pages.
 */
export const onRequest = defineRouteMiddleware(async ({ locals: { starlightRoute } }) => {
  const locale = localeOf(starlightRoute.lang)
  const index = locale === 'en' ? '/en/runbooks/' : '/runbooks/'
  const systems = await runbooksBySystem(locale)
  const systemOf = new Map([...systems.values()].flat().map(({ href, system }) => [href, system]))
  starlightRoute.sidebar = starlightRoute.sidebar.flatMap((entry): Entry[] => {
    if (entry.type === 'link') return [entry]
    const isRunbooks = entry.label === TEXTS.runbooks[locale]
    const entries = isRunbooks ? bySystem(entry, systemOf, index) : entry.entries
    const group = { ...entry, entries: [...listsOf(entry, starlightRoute), ...entries] }
    return group.entries.length > 0 ? [{ ...group, collapsed: !isRunbooks && !hasCurrent(group) }] : []
  })
})

/** The links to the pages that list a group, for the groups that have some. */
function listsOf({ label }: Group, route: StarlightRouteData): Link[] {
  const locale = localeOf(route.lang)
  const prefix = locale === 'en' ? '/en' : ''
  if (label === TEXTS.runbooks[locale])
    return [
      link(TEXTS.bySymptom[locale], `${prefix}/symptoms/`, route),
      link(TEXTS.allRunbooks[locale], `${prefix}/runbooks/`, route),
    ]
  if (label !== INCIDENT_TEXTS.allTitle[locale]) return []
  return [link(INCIDENT_TEXTS.all[locale], `${prefix}/post-mortems/`, route)]
}

function bySystem(group: Group, systemOf: ReadonlyMap<string, string>, index: string): Entry[] {
  const pages = linksOf(group)
  const groups = Map.groupBy(pages, ({ href }) => systemOf.get(href) ?? '')
  return [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([system, entries]): Entry[] => {
      if (system === '') return entries
      const current = entries.some(({ isCurrent }) => isCurrent)
      if (!current && entries.length > LONGEST_CLOSED_GROUP) return [plainLink(system, `${index}#${system}`)]
      return [{ type: 'group', label: system, entries, collapsed: !current && groups.size > 1, badge: undefined }]
    })
}

const linksOf = (group: Group): Link[] =>
  group.entries.flatMap((entry) => (entry.type === 'link' ? [entry] : linksOf(entry)))

const hasCurrent = (group: Group): boolean => linksOf(group).some(({ isCurrent }) => isCurrent)

const plainLink = (label: string, href: string): Link => ({
  type: 'link',
  label,
  href,
  isCurrent: false,
  badge: undefined,
  attrs: {},
})

function link(label: string, href: string, { id }: StarlightRouteData): Link {
  return { ...plainLink(label, href), isCurrent: `/${id}/` === href }
}

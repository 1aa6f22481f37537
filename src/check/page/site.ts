import { isRunbook, type Link, type Page, stepsOf } from '#document/model.ts'
import type { Locale } from '#schema/locale.ts'
import { stepAnchor } from '#schema/site-pages.ts'

/** A page as the rules over all pages need it: small, and plain data, so that a thread can hand it to another. */
export interface PageSummary {
  file: string
  locale: Locale
  slug: string
  /** Id of the runbook it is. */
  runbook?: string
  /** Whether it is a post-mortem. */
  incident: boolean
  links: readonly Link[]
  /** What a link may name on it. */
  anchors: readonly string[]
  /** Ids of its steps, in order. */
  steps: readonly string[]
}

/** All pages, and those whose header tells of an incident as they are. */
export interface Site {
  pages: readonly PageSummary[]
  incidents: readonly Page[]
}

/** The same page in its languages. */
export interface Twins {
  es?: Page
  en?: Page
}

export function summaryOf(page: Page): PageSummary {
  const steps = stepsOf(page).map(({ fence }) => fence.step)
  return {
    file: page.file,
    locale: page.locale,
    slug: page.slug,
    ...(isRunbook(page) && { runbook: page.header.id }),
    incident: page.incident !== undefined,
    links: page.links,
    anchors: ['_top', ...page.headings.map(({ slug }) => slug), ...steps.map(stepAnchor)],
    steps,
  }
}

export const siteOf = (pages: readonly Page[]): Site => ({
  pages: pages.map(summaryOf),
  incidents: pages.filter(({ incident }) => incident !== undefined),
})

/** Pages by their address without its language. */
export function twinsOf(pages: readonly Page[]): Twins[] {
  return [...Map.groupBy(pages, ({ slug }) => slug).values()].map((group) => {
    const [es, en] = (['es', 'en'] as const).map((locale) => group.find((page) => page.locale === locale))
    return { ...(es && { es }), ...(en && { en }) }
  })
}

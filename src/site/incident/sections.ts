import type { Incident } from '#schema/incident.ts'
import type { Locale } from '#schema/locale.ts'
import { INCIDENT_TEXTS } from './texts.ts'

/** Anchors of what a post-mortem's page shows around its prose. */
export const SECTIONS = {
  timeline: 'incident-timeline',
  factors: 'incident-factors',
  actions: 'incident-actions',
  claims: 'incident-claims',
  lessons: 'incident-lessons',
} as const

export const LESSONS = ['wentWell', 'wentWrong', 'lucky'] as const

/** What of it stands before the prose, as the table of contents lists it. */
export const firstContents = (locale: Locale) => listed(['factors', 'actions'], locale)

/** What follows the prose, likewise. */
export function contentsOf({ claims, lessons }: Pick<Incident, 'claims' | 'lessons'>, locale: Locale) {
  const empty = new Set<string>([
    ...(claims.length === 0 ? ['claims'] : []),
    ...(LESSONS.every((kind) => lessons[kind].length === 0) ? ['lessons'] : []),
  ])
  return listed(
    (['timeline', 'claims', 'lessons'] as const).filter((name) => !empty.has(name)),
    locale,
  )
}

const listed = (names: readonly (keyof typeof SECTIONS)[], locale: Locale) =>
  names.map((name) => ({ depth: 2, slug: SECTIONS[name], text: INCIDENT_TEXTS[name][locale], children: [] }))

/** Anchors of the sections of the index. */
export const INDEX_SECTIONS = {
  across: 'across',
  recurring: 'themes',
  openActions: 'open-actions',
  changed: 'runbooks',
} as const

/** The sections of the index as Starlight takes headings. */
export const indexHeadings = (locale: Locale) =>
  (['across', 'recurring', 'openActions', 'changed'] as const).map((name) => ({
    depth: 2,
    slug: INDEX_SECTIONS[name],
    text: INCIDENT_TEXTS[name][locale],
  }))

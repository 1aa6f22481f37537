import { type Element, h } from '@astrojs/starlight/expressive-code/hast'
import type { Locale } from '#schema/locale.ts'
import type { Badge } from '../evidence.ts'
import { BADGE_NAMES, formatDate, TEXTS, text } from '../texts.ts'

/** Where the site has what a step printed when it was last verified. */
export const transcriptPath = (runbook: string, step: string): string => `/evidence/${runbook}/${step}.txt`

interface Transcript {
  href: string
  badge: Badge
  locale: Locale
}

/**
 * What a step really printed, to be opened. The page holds a link only: the text comes when it is
 * asked for, and without JavaScript the link leads to it. A stale one says so.
 */
export function transcript({ href, badge, locale }: Transcript): Element {
  const name = BADGE_NAMES[badge.kind][locale]
  const shown = badge.stale ? text(TEXTS.staleBadge, locale, { badge: name }) : name
  const title = text(TEXTS.transcript, locale, { date: formatDate(badge.date, locale), badge: shown })
  return h('details', { className: badge.stale ? 'transcript is-stale' : 'transcript', 'data-pagefind-ignore': '' }, [
    h('summary', {}, title),
    h('a', { href }, TEXTS.openTranscript[locale]),
  ])
}

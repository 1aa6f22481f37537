import type { Locale } from '#schema/locale.ts'
import type { RunbookEntry } from './documents.ts'
import { pageData } from './page-data.ts'
import { procedureCards } from './procedures.ts'
import type { CardedRunbook } from './symptoms.ts'

/** A runbook of a locale with the cards of its procedures. */
export function cardsOf({ header, slug, ...entry }: RunbookEntry, locale: Locale): CardedRunbook {
  const { steps } = pageData(slug, locale)
  return { ...entry, procedures: procedureCards(header, entry, { stepIds: steps, find: () => undefined }) }
}

import type { Locale, Localized } from '#schema/locale.ts'
import type { Service } from '../service.ts'
import { blocksOf } from './blocks.ts'
import { cardText, escalationText } from './card.ts'
import { BODY_EN } from './en.ts'
import { HEADER_EN } from './en-header.ts'
import { BODY_ES } from './es.ts'
import { HEADER_ES } from './es-header.ts'
import { header } from './header.ts'
import type { HeaderWords, PageBody } from './words.ts'

const HEADERS: Readonly<Record<Locale, HeaderWords>> = { es: HEADER_ES, en: HEADER_EN }
const BODIES: Readonly<Record<Locale, PageBody>> = { es: BODY_ES, en: BODY_EN }

/** The runbook of a service, a page for each language. */
export const pagesOf = (service: Service): Localized => ({ es: page(service, 'es'), en: page(service, 'en') })

/** The same page in the language of the service, its card as text: what its repository has, where no site draws a header. */
export function runbookOf(service: Service): string {
  const words = HEADERS[service.locale]
  const card = cardText(service, words)
  return `# ${service.title}\n\n${card}${body(service, service.locale)}\n${escalationText(words)}`
}

/** The headings that a runbook of the service must have. */
export const sectionsOf = (service: Service): string[] =>
  [...runbookOf(service).matchAll(/^## (.+)$/gm)].map(([, title]) => title as string)

const page = (service: Service, locale: Locale): string => `${header(service, HEADERS[locale])}${body(service, locale)}`

const body = (service: Service, locale: Locale): string => {
  const blocks = blocksOf(service)
  return BODIES[locale]({ service, block: (id) => blocks[id] ?? '' })
}

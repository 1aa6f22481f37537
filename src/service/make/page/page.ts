import type { Locale, Localized } from '#schema/locale.ts'
import type { Service } from '../service.ts'
import { blocksOf } from './blocks.ts'
import { EN } from './en.ts'
import { ES } from './es.ts'
import { header } from './header.ts'
import type { PageWords } from './words.ts'

const WORDS: Readonly<Record<Locale, PageWords>> = { es: ES, en: EN }

/** The runbook of a service, a page for each language. */
export const pagesOf = (service: Service): Localized => ({ es: page(service, 'es'), en: page(service, 'en') })

/** The same page in the language of the service, without the header that only a site reads: what its repository has. */
export const runbookOf = (service: Service): string => `# ${service.title}\n\n${body(service, service.locale)}`

/** The headings that a runbook of the service must have. */
export const sectionsOf = (service: Service): string[] =>
  [...body(service, service.locale).matchAll(/^## (.+)$/gm)].map(([, title]) => title as string)

const page = (service: Service, locale: Locale): string => `${header(service, WORDS[locale])}\n${body(service, locale)}`

const body = (service: Service, locale: Locale): string => {
  const blocks = blocksOf(service)
  return WORDS[locale].body({ service, block: (id) => blocks[id] ?? '' })
}

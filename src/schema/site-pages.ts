import type { Locale } from './locale.ts'

/** Addresses of the site's pages that no Markdown page holds: the home pages (MDX), the lists of runbooks, symptoms and incidents, and a schema. */
export const SITE_PAGES: readonly string[] = [
  '',
  'en',
  'runbooks',
  'en/runbooks',
  'symptoms',
  'en/symptoms',
  'post-mortems',
  'en/post-mortems',
  'schemas/experiment-manifest-1.json',
]

/** The anchor of a step on its page. */
export const stepAnchor = (id: string): string => `step-${id}`

/** The family of a code, `hazard` of `HAZARD_…`: a page of the reference each. */
export const familyOf = (code: string): string => code.slice(0, code.indexOf('_')).toLowerCase()

/** Path on the site of what there is to say of a finding's code. */
export const referenceOf = (code: string, locale: Locale): string =>
  `${locale === 'en' ? '/en' : ''}/reference/${familyOf(code)}/#${code.toLowerCase()}`

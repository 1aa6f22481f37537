/** Languages of pages and messages; the first is the default and the root of the site. */
export const LOCALES = ['es', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** A text in every locale. */
export type Localized = Readonly<Record<Locale, string>>

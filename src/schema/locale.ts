import { z } from 'zod'

/** Languages of pages and messages; the first is the default and the root of the site. */
export const LOCALES = ['es', 'en'] as const
export const localeSchema = z.enum(LOCALES)
export type Locale = z.infer<typeof localeSchema>

/** A text in every locale. */
export type Localized = Readonly<Record<Locale, string>>

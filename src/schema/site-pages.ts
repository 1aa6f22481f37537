/** Addresses of the site's pages that no Markdown page holds: the home pages (MDX) and the lists of runbooks. */
export const SITE_PAGES: readonly string[] = ['', 'en', 'runbooks', 'en/runbooks']

/** The anchor of a step on its page. */
export const stepAnchor = (id: string): string => `step-${id}`

import { isRunbook, type Page, type Runbook } from '#document/model.ts'

/** Whether a page is one an operator runs for real: guides and post-mortems have steps too, and another shape. */
export const isOperated = (page: Page): page is Runbook =>
  isRunbook(page) && page.slug.startsWith('runbooks/') && page.incident === undefined

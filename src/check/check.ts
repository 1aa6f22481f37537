import { isPlain, type Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { checkPages } from './check-pages.ts'
import { checkSite } from './check-site.ts'
import { distinctFindings } from './distinct-findings.ts'
import { siteOf } from './page/site.ts'
import type { Surroundings } from './rule.ts'

export { checkPage } from './check-pages.ts'

/** All findings of all rules over pages that are all there is, sorted; those a block allows are left out. Pure. */
export function check(pages: readonly Page[], surroundings: Surroundings): Finding[] {
  const site = siteOf(pages.filter((page) => !isPlain(page)))
  return distinctFindings([...checkPages(pages, surroundings), ...checkSite(site, surroundings)])
}

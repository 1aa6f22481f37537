import type { Finding } from '#finding/finding.ts'
import type { Site } from './page/site.ts'
import type { Surroundings } from './rule.ts'
import { SITE_RULES } from './rules.ts'

/** What only all pages together tell; no block can allow it. Unsorted. */
export const checkSite = (site: Site, surroundings: Surroundings): Finding[] =>
  SITE_RULES.flatMap((rule) => rule(site, surroundings))

import type { Finding } from '#finding/finding.ts'
import type { Site } from './page/site.ts'
import type { Surroundings } from './rule.ts'
import { RULES } from './rules/rules.ts'

/** What only all pages together tell; no block can allow it. Unsorted. */
export const checkSite = (site: Site, surroundings: Surroundings): Finding[] =>
  RULES.flatMap((rule) => (rule.over === 'site' ? rule.check(site, surroundings) : []))

import type { Page } from '#document/model.ts'
import { type Finding, sortFindings } from '#finding/finding.ts'
import { allowed } from './allow.ts'
import { factsOf } from './facts.ts'
import type { Surroundings } from './rule.ts'
import { RULES, SITE_RULES } from './rules.ts'

/** All findings of all rules over pages, sorted; those a block allows are left out. Pure. */
export function check(pages: readonly Page[], options: Surroundings): Finding[] {
  const perPage = pages.flatMap((page) => {
    const facts = factsOf(page, options.grammars)
    return RULES.flatMap((rule) => rule(facts, options))
  })
  const together = SITE_RULES.flatMap((rule) => rule(pages))
  return sortFindings(allowed(pages, [...perPage, ...together]))
}

import { isPlain, type Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { allowed } from './allow.ts'
import { factsOf } from './page/facts.ts'
import { twinsOf } from './page/site.ts'
import { inPlainPage } from './plain.ts'
import type { Surroundings } from './rule.ts'
import { RULES } from './rules/rules.ts'

/**
 * What can be told of pages without the rest of the site: of each, and of those that are one page in
 * two languages. What a block allows is left out; unsorted.
 */
export function checkPages(pages: readonly Page[], surroundings: Surroundings): Finding[] {
  const twins = twinsOf(pages.filter((page) => !isPlain(page)))
  return allowed(pages, [
    ...pages.flatMap((page) => applyRules(page, surroundings)),
    ...twins.flatMap((pair) => RULES.flatMap((rule) => (rule.over === 'twins' ? rule.check(pair) : []))),
  ])
}

/** What can be told of one page without its translation. What a block allows is left out; unsorted. */
export const checkPage = (page: Page, surroundings: Surroundings): Finding[] =>
  allowed([page], applyRules(page, surroundings))

function applyRules(page: Page, surroundings: Surroundings): Finding[] {
  const facts = factsOf(page, surroundings.tools)
  const found = RULES.flatMap((rule) =>
    rule.over === 'page' || (rule.over === 'plain' && isPlain(page)) ? rule.check(facts, surroundings) : [],
  )
  return isPlain(page) ? inPlainPage(found) : found
}

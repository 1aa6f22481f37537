import { isPlain, type Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { allowed } from './allow.ts'
import { factsOf } from './page/facts.ts'
import { twinsOf } from './page/site.ts'
import { inPlainPage } from './plain.ts'
import type { Surroundings } from './rule.ts'
import { PLAIN_RULES, RULES, TWIN_RULES } from './rules.ts'

/**
 * What can be told of pages without the rest of the site: of each, and of those that are one page in
 * two languages. What a block allows is left out; unsorted.
 */
export function checkPages(pages: readonly Page[], surroundings: Surroundings): Finding[] {
  const twins = twinsOf(pages.filter((page) => !isPlain(page)))
  return allowed(pages, [
    ...pages.flatMap((page) => applyRules(page, surroundings)),
    ...twins.flatMap((pair) => TWIN_RULES.flatMap((rule) => rule(pair))),
  ])
}

/** What can be told of one page without its translation. What a block allows is left out; unsorted. */
export const checkPage = (page: Page, surroundings: Surroundings): Finding[] =>
  allowed([page], applyRules(page, surroundings))

function applyRules(page: Page, surroundings: Surroundings): Finding[] {
  const facts = factsOf(page, surroundings.grammars)
  if (!isPlain(page)) return RULES.flatMap((rule) => rule(facts, surroundings))
  return inPlainPage([...RULES, ...PLAIN_RULES].flatMap((rule) => rule(facts, surroundings)))
}

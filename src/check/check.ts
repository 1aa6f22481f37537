import { isPlain, type Page } from '#document/model.ts'
import { type Finding, sortFindings } from '#finding/finding.ts'
import { allowed } from './allow.ts'
import { factsOf } from './page/facts.ts'
import { type Site, siteOf, twinsOf } from './page/site.ts'
import { inPlainPage } from './plain.ts'
import type { Surroundings } from './rule.ts'
import { PLAIN_RULES, RULES, SITE_RULES, TWIN_RULES } from './rules.ts'

/** All findings of all rules over pages, sorted; those a block allows are left out. Pure. */
export function check(pages: readonly Page[], options: Surroundings): Finding[] {
  return checkTogether(
    pages,
    pages.flatMap((page) => checkPage(page, options)),
    options,
  )
}

/** What the rules over one page find in it, allowed or not. */
export function checkPage(page: Page, options: Surroundings): Finding[] {
  const facts = factsOf(page, options.grammars)
  if (isPlain(page)) return inPlainPage([...RULES, ...PLAIN_RULES].flatMap((rule) => rule(facts, options)))
  return RULES.flatMap((rule) => rule(facts, options))
}

/** `check`, given what `checkPage` found in each of the pages. */
export function checkTogether(pages: readonly Page[], perPage: readonly Finding[], options: Surroundings): Finding[] {
  const site = pages.filter((page) => !isPlain(page))
  const kept = allowed(pages, [...perPage, ...checkTwins(site)])
  return distinctFindings([...kept, ...checkSite(siteOf(site), options)])
}

/** What can be told of pages that are all there is of their slugs, without the rest of the site; unsorted. */
export function checkAlone(pages: readonly Page[], options: Surroundings): Finding[] {
  return allowed(pages, [...pages.flatMap((page) => checkPage(page, options)), ...checkTwins(pages)])
}

/** What only all pages together tell; no block can allow it. */
export const checkSite = (site: Site, options: Surroundings): Finding[] =>
  SITE_RULES.flatMap((rule) => rule(site, options))

const checkTwins = (pages: readonly Page[]): Finding[] =>
  twinsOf(pages).flatMap((twins) => TWIN_RULES.flatMap((rule) => rule(twins)))

/** Sorted findings, each once: two rules, or one rule on a command and on the command in it, may find the same at the same place. */
export const distinctFindings = (findings: readonly Finding[]): Finding[] => distinct(sortFindings(findings))

function distinct(sorted: readonly Finding[]): Finding[] {
  return sorted.filter(({ code, place }, index) => {
    const before = sorted[index - 1]
    return before?.code !== code || before.place.file !== place.file || before.place.start.offset !== place.start.offset
  })
}

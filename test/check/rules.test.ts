import { expect, test } from 'vitest'
import { CATALOGUE } from '#catalogue/catalogue.ts'
import { factsOf } from '#check/page/facts.ts'
import { siteOf, twinsOf } from '#check/page/site.ts'
import type { Rule } from '#check/rule.ts'
import { RULES } from '#check/rules/rules.ts'
import type { Page } from '#document/model.ts'
import { pagesOf, surroundings } from '../finding/example-pages.ts'

const examples = CATALOGUE.flatMap((one) => ('wrong' in one ? [pagesOf(one.wrong.join('\n'), one.of)] : []))

/** What a rule finds in pages that are all there is. */
function foundBy(rule: Rule, pages: readonly Page[]): string[] {
  const found = {
    page: (one: Rule) =>
      one.over === 'page' || one.over === 'plain'
        ? pages.flatMap((page) => one.check(factsOf(page, surroundings.tools), surroundings))
        : [],
    twins: (one: Rule) => (one.over === 'twins' ? twinsOf(pages).flatMap((pair) => one.check(pair)) : []),
    site: (one: Rule) => (one.over === 'site' ? one.check(siteOf(pages), surroundings) : []),
  }
  return Object.values(found).flatMap((find) => find(rule).map(({ code }) => code))
}

test('no rule finds what it does not say it may find', () => {
  const strays = RULES.flatMap((rule, index) => {
    const said = rule.findings.map(({ code }) => code)
    const found = new Set(examples.flatMap((pages) => foundBy(rule, pages)))
    return [...found].filter((code) => !said.includes(code)).map((code) => `rule ${index} (${said.join()}): ${code}`)
  })
  expect(examples.flat().length).toBeGreaterThan(100)
  expect(strays).toEqual([])
})

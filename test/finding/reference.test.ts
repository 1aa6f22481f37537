import { expect, test } from 'vitest'
import { CATALOGUE, reportFinding } from '#catalogue/catalogue.ts'
import { parsePage } from '#document/parse.ts'
import { wholeFile } from '#schema/place.ts'
import { referencePages } from '../../src/knowledge/reference/page.ts'

const pages = referencePages()

test.each(['es', 'en'] as const)('every finding in %s leads to a heading of the reference', (locale) => {
  const anchors = pages.flatMap(({ file, text }) => {
    const { page } = parsePage({ file, source: text })
    return (page?.headings ?? []).map(({ slug }) => `${file.replace(/^content\/docs|\.md$/g, '')}/#${slug}`)
  })
  const references = CATALOGUE.map((one) => reportFinding(one.at(wholeFile('a.md')), locale).reference)
  expect(references.filter((reference) => !anchors.includes(reference ?? ''))).toEqual([])
})

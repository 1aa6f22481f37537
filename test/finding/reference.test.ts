import { expect, test } from 'vitest'
import { parsePage } from '#document/parse.ts'
import { CATALOGUE } from '#finding/catalogue.ts'
import { finding, reportFinding } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'
import { readGuides } from '../../src/knowledge/reference/guides.ts'
import { referencePages } from '../../src/knowledge/reference/page.ts'

const pages = referencePages(await readGuides())

test.each(['es', 'en'] as const)('every finding in %s leads to a heading of the reference', (locale) => {
  const anchors = pages.flatMap(({ file, text }) => {
    const { page } = parsePage({ file, source: text })
    return (page?.headings ?? []).map(({ slug }) => `${file.replace(/^content\/docs|\.md$/g, '')}/#${slug}`)
  })
  const references = (Object.keys(CATALOGUE) as (keyof typeof CATALOGUE)[]).map(
    (code) => reportFinding(finding(code, wholeFile('a.md')), locale).reference,
  )
  expect(references.filter((reference) => !anchors.includes(reference ?? ''))).toEqual([])
})

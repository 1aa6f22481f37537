import { expect, test } from 'vitest'
import { formatFinding } from '../../format.ts'
import { fence, findingsOf } from '../../page.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`).join(' ')

const guide = (...lines: readonly string[]) => ['---', 'title: The page', '---', '', ...lines, ''].join('\n')

/** What is found of a guide in both languages, or of a page of another name. */
const found = (es: string, en: string, name = 'guides/page') =>
  findingsOf({ [`content/docs/${name}.md`]: es, [`content/docs/en/${name}.md`]: en })
    .filter(({ code }) => code === 'LOCALE_READING_LONGER')
    .map((one) => `${one.place.file.includes('/en/') ? 'en' : 'es'} ${formatFinding(one)} ${one.data.found}`)

const sections = (...counts: readonly number[]) =>
  guide(...counts.flatMap((count, index) => [`## S${index}`, '', words(count), '']))

test('a section is far longer above a quarter more and fifteen words', () => {
  expect(found(sections(20, 139), sections(20, 99))).toEqual([])
  expect(found(sections(20, 140), sections(20, 99))).toEqual(['es 9:1 LOCALE_READING_LONGER 141'])
  expect(found(sections(20, 99), sections(20, 140))).toEqual(['en 9:1 LOCALE_READING_LONGER 141'])
})

test('each section by itself: what one is longer another may not make up for', () => {
  expect(found(sections(10, 60), sections(60, 10))).toEqual([
    'en 5:1 LOCALE_READING_LONGER 61',
    'es 9:1 LOCALE_READING_LONGER 61',
  ])
})

test('what stands before the first heading is a section too, and has the title of the page', () => {
  expect(found(guide(words(60)), guide(words(10)))).toEqual(['es 1:1 LOCALE_READING_LONGER 60'])
})

test('the page as a whole, where its sections are not the same', () => {
  expect(found(sections(50, 50), sections(60, 10, 30))).toEqual([])
  expect(found(sections(50, 50), sections(10, 10, 10))).toEqual(['es 1:1 LOCALE_READING_LONGER 102'])
})

test('items, quotations and tables are read, and fences are not', () => {
  const long = [
    '## S',
    '',
    `- ${words(20)}`,
    '',
    `> ${words(20)}`,
    '',
    '| a | b |',
    '|---|---|',
    `| ${words(20)} | b |`,
  ]
  expect(found(guide(...long), guide('## S', '', words(20)))).toEqual(['es 5:1 LOCALE_READING_LONGER 64'])
  expect(found(guide('## S', '', fence('text', words(90))), guide('## S', ''))).toEqual([])
})

test('silent on a page alone, and on the one of unknown addresses, which speaks both languages', () => {
  const one = { 'content/docs/guides/page.md': guide(words(60)) }
  expect(findingsOf(one).map(({ code }) => code)).not.toContain('LOCALE_READING_LONGER')
  expect(found(guide(words(60)), guide(words(10)), '404')).toEqual([])
  expect(found(guide(words(60)), guide(words(10)), 'index')).toEqual(['es 1:1 LOCALE_READING_LONGER 60'])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reportFinding } from '#catalogue/catalogue.ts'
import { parsePage } from '#document/parse.ts'
import type { Finding } from '#finding/finding.ts'
import { findingReportSchema } from '#schema/finding.ts'
import { brokenPage } from './broken.ts'
import { randomOf } from './random.ts'

const VALID = readFileSync(new URL('cases/deploy.md', import.meta.url), 'utf8')
/** All of them with `SUITE=long`: they take half a minute. */
const COUNT = process.env.SUITE === 'long' ? 12_000 : 4000

/** Whether a finding points into the document it is about. */
function liesIn({ place }: Finding, text: string): boolean {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const { start, end } = place
  const within = [start, end].every(
    ({ line, column }) => line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -2) + 2,
  )
  return within && start.offset <= end.offset
}

/** What is wrong with what a page gives: `expect` for each finding of each page would take most of the time. */
function faultsOf(source: string): { page: boolean; faults: string[] } {
  const { page, findings } = parsePage({ file: 'content/docs/runbooks/deploy.md', source })
  const told = findings.flatMap((found) => [
    ...(liesIn(found, source) ? [] : [`${JSON.stringify(found)} lies outside`]),
    ...(findingReportSchema.safeParse(reportFinding(found, 'en')).success ? [] : [`${found.code} is no report`]),
    ...(/\{\w+\}/.test(reportFinding(found, 'es').message) ? [`${found.code} has a gap in its message`] : []),
  ])
  const silent = !page && findings.length === 0 ? ['no page, and no finding says why'] : []
  return { page: page !== undefined, faults: [...told, ...silent] }
}

test(`${COUNT} broken pages give findings or a page, never an exception`, () => {
  const random = randomOf(20_261_121)
  let pages = 0
  for (let index = 0; index < COUNT; index += 1) {
    const source = brokenPage(random, VALID)
    const { page, faults } = faultsOf(source)
    if (page) pages += 1
    if (faults.length > 0) expect.fail(`${faults.join('\n')}\nin ${JSON.stringify(source)}`)
  }
  expect(pages).toBeGreaterThan(COUNT / 100)
  expect(pages).toBeLessThan(COUNT)
}, 240_000)

/** Every character of a block's text stands at its point of the page. */
function misplaced(source: string): string[] {
  const text = source.replace(/^\uFEFF/, '')
  const { page } = parsePage({ file: 'deploy.md', source })
  return (page?.blocks ?? []).flatMap((block) =>
    [...block.text]
      .flatMap((character, offset) => {
        const { offset: at } = block.pointAt(offset)
        const found = text[at]
        const fine =
          found === block.text[offset] ||
          (character === '\n' && found === '\r') ||
          (block.text[offset] === ' ' && found === '\t') ||
          (character === '\uFFFD' && found === '\0')
        return fine
          ? []
          : [`${JSON.stringify(character)} at ${offset} of ${JSON.stringify(block.text)} is ${JSON.stringify(found)}`]
      })
      .slice(0, 1),
  )
}

test.each([
  ['as it is', VALID],
  ['with a BOM', `\uFEFF${VALID}`],
  ['with CRLF', VALID.replaceAll('\n', '\r\n')],
  ['with lone CR', VALID.replace(/\n\n## [\s\S]*/, (rest) => rest.replaceAll('\n', '\r'))],
  ['in a quote', VALID.replace(/\n\n## [\s\S]*/, (rest) => rest.replaceAll('\n', '\n> '))],
  ['in a list', VALID.replace(/\n\n## [\s\S]*/, (rest) => `\n\n- a${rest.replaceAll('\n', '\n  ')}`)],
])('every character of a block is where its point says: %s', (_, source) => {
  expect(parsePage({ file: 'deploy.md', source }).page?.blocks.length).toBeGreaterThan(0)
  expect(misplaced(source)).toEqual([])
})

test('every character of a block is where its point says, in broken pages too', () => {
  const random = randomOf(7)
  for (let index = 0; index < 3000; index += 1) expect(misplaced(brokenPage(random, VALID))).toEqual([])
}, 60_000)

const FENCE = '```'
const deep = (piece: string, count = 50_000) => piece.repeat(count)
const block = (text: string) => `---\ntitle: x\n---\n\n${FENCE}bash checked="for a test"\n${text}\n${FENCE}\n`

test.each<[string, string]>([
  ['nested quotes', deep('> ')],
  ['nested lists', deep('- ')],
  ['nested lists by lines', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['open brackets', deep('[')],
  ['link openers', deep('[a](')],
  ['images', deep('![[')],
  ['emphasis', deep('**a *a ')],
  ['emphasis closers', deep('a** a* ')],
  ['code openers', Array.from({ length: 900 }, (_, length) => '`'.repeat(length)).join(' a ')],
  ['html', deep('<a ')],
  ['html comments', deep('<!--')],
  ['tables', deep('|a', 20_000)],
  ['table rows', `|a|\n|-|\n${deep('|a|\n', 20_000)}`],
  ['autolinks', deep('www.a.', 20_000)],
  ['addresses', deep('a@b.', 20_000)],
  ['entities', deep('&amp;')],
  ['definitions', deep('[a]: b\n', 20_000)],
  ['footnotes', deep('[^a]: b\n', 20_000)],
  ['headings alike', deep('# a\n\n', 5000)],
  ['fences', deep('```\n', 5001)],
  ['blank lines', deep('\n', 200_000)],
  ['spaces', deep(' ', 200_000)],
  ['tabs', deep('\t', 200_000)],
  ['yaml flow', `---\na: ${deep('[')}\n---\n`],
  [
    'yaml aliases',
    `---\na: &a [x, x]\n${Array.from({ length: 26 }, (_, i) => `k${i}: &k${i} [*${i ? `k${i - 1}` : 'a'}, *${i ? `k${i - 1}` : 'a'}]`).join('\n')}\n---\n`,
  ],
  ['subshells', block(deep('('))],
  ['substitutions', block(`echo ${deep('$(', 20_000)}`)],
  ['backticks', block(`echo ${deep('\\`', 20_000)}`)],
  ['arithmetic', block(`echo $((${deep('(', 20_000)}`)],
  ['ifs', block(deep('if ', 20_000))],
  ['heredocs', block(deep('cat <<A\n', 10_000))],
  ['hashes', block(deep('# a\n', 20_000))],
  ['a huge word', block(deep('x', 400_000))],
  ['metadata', `${FENCE}bash ${deep('a=b ')}\n${FENCE}`],
  ['open quotes in metadata', `${FENCE}bash ${deep('a=" ')}\n${FENCE}`],
  ['slashes in metadata', `${FENCE}bash ${deep('a=/ ', 20_000)}\n${FENCE}`],
])('%s end in time', (_, source) => {
  parsePage({ file: 'x.md', source })
  // Not a benchmark: what grows with the square takes minutes here.
})

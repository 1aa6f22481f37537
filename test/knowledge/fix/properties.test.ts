import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Finding } from '#finding/finding.ts'
import { type Fixed, type Found, fixTexts, type Texts } from '../../../src/knowledge/fix/loop.ts'
import { cases, withFault } from '../../faults/cases.ts'
import { EN as EN_FOLDER, ES as ES_FOLDER, shippedPages } from '../../faults/pages.ts'
import { allOf, checkOutside, checkPages } from './fixing.ts'

type Check = (texts: Texts) => Promise<Found>

/** everything fixing promises, whatever it is given. */
async function keepsItsPromises(texts: Texts, checkAnew: Check): Promise<Fixed> {
  const check = remembering(checkAnew)
  const before = await check(texts)
  const fixed = await fixTexts(texts, check)
  const after = await check(fixed.texts)
  expect(morethan(before, after)).toEqual([])
  if (fixed.changes.length > 0)
    expect(allOf(after).length).toBeLessThan(before.readable ? allOf(before).length : Infinity)
  expect((await fixTexts(fixed.texts, check)).changes).toEqual([])
  for (const [file, text] of texts) expect(untouched(text, fixed.texts.get(file) ?? '', fixed)).toEqual([])
  return fixed
}

/** The same documents are checked once. */
function remembering(check: Check): Check {
  const known = new Map<string, Promise<Found>>()
  return (texts) => {
    const key = JSON.stringify([...texts])
    const found = known.get(key) ?? check(texts)
    known.set(key, found)
    return found
  }
}

const kindOf = ({ code, place }: Finding) => `${place.file} ${code}`

/** What there is more of than there was, of what could be told before. */
function morethan(before: Found, after: Found): string[] {
  const were = (before.readable ? allOf(before) : before.document).map(kindOf)
  const are = (before.readable ? allOf(after) : after.document).map(kindOf)
  const count = (kinds: string[], kind: string) => kinds.filter((one) => one === kind).length
  return [...new Set(are)].filter((kind) => count(are, kind) > count(were, kind))
}

/** Lines that went or came without being in an edit. */
function untouched(before: string, after: string, { changes }: Fixed): string[] {
  const split = (text: string) => text.split('\n')
  const [gone, come] = [without(split(before), split(after)), without(split(after), split(before))]
  const [from, to] = [changes.flatMap((one) => split(one.before)), changes.flatMap((one) => split(one.after))]
  return [...gone.filter((line) => !from.includes(line)), ...come.filter((line) => !to.includes(line))]
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}

const pages = shippedPages()
const group = (all: ReadonlyMap<string, string>, id: string): Texts =>
  new Map([ES_FOLDER, EN_FOLDER].map((folder) => [`${folder}/${id}.md`, all.get(`${folder}/${id}.md`) ?? '']))

test('what is shipped needs no fix', async () => {
  for (const id of new Set(cases.map(({ page }) => page.replace('.md', ''))))
    expect((await keepsItsPromises(group(pages, id), checkPages)).changes).toEqual([])
})

test('faults in the shipped pages', { timeout: 300_000 }, async () => {
  const fixedFaults: string[] = []
  for (const one of cases.filter(({ by }) => by === 'check')) {
    const { pages: faulty, id } = withFault(pages, one)
    const { changes } = await keepsItsPromises(group(faulty, id), checkPages)
    if (changes.length > 0) fixedFaults.push(one.name)
  }
  expect(fixedFaults).toMatchInlineSnapshot(`
    [
      "block-of-another-shell",
      "block-unmarked",
      "compose-v1",
      "english-command-differs",
      "english-key-differs",
      "english-output-differs",
      "fence-key-unknown",
      "flag-misspelt",
      "flag-misspelt-docker",
    ]
  `)
})

const SEEDS = 'test/seeds'
test.each(readdirSync(SEEDS).filter((file) => file.endsWith('.md')))('%s', { timeout: 120_000 }, async (name) => {
  const text = readFileSync(`${SEEDS}/${name}`, 'utf8')
  const { texts, changes } = await keepsItsPromises(new Map([[name, text]]), checkOutside)
  const crlf = await fixTexts(new Map([[name, text.replaceAll('\n', '\r\n')]]), checkOutside)
  expect(crlf.texts.get(name)).toBe(texts.get(name)?.replaceAll('\n', '\r\n'))
  expect(changes.map(({ edit, before, after }) => `${edit.place.start.line}: ${before} → ${after}`)).toMatchSnapshot()
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FINDING_CODES, reportFinding } from '#catalogue/catalogue.ts'
import type { Finding } from '#finding/finding.ts'
import type { FindingReport } from '#schema/finding.ts'
import { outsideFindings } from '../../src/knowledge/external-documents.ts'
import { placesNowhere } from '../support/annotated-lines.ts'

/**
 * Five documents written before this knowledge base, and a person's verdict on each of their
 * blocks (blocks.tsv). `expected` is what must be found in a block: codes that name its fault,
 * any of them, each with its line where it has one place.
 */
const FOLDER = 'test/seeds'
const rows = readFileSync(join(FOLDER, 'blocks.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'))
  .map(([file = '', block = '', lines = '', language = '', verdict = '', effect = '', flags = '', expected = '']) => {
    const [first = 0, last = 0] = lines.split('-').map(Number)
    const codes = expected === '-' ? [] : expected.split(' ')
    return { file, block, first, last, language, verdict, effect, flags: flags.split(' '), codes }
  })
type Row = (typeof rows)[number]

const all = await outsideFindings([FOLDER])
const within = ({ file, first, last }: Row) =>
  all.filter(
    ({ place }) => place.file === `${FOLDER}/${file}.md` && place.start.line >= first && place.start.line <= last,
  )
const shown = ({ code, severity, place }: Finding) => `${place.start.line} ${severity} ${code}`

const isBroken = ({ flags }: Row) => flags.includes('BRK')
const isNoUnit = ({ verdict, language }: Row) =>
  verdict === 'text' || verdict === 'mixed' || (verdict === 'config' && language === 'bash')
const isSound = ({ verdict, flags }: Row) => verdict === 'run' && flags.join() === '-'
const name = ({ file, block, first, last }: Row) => `${file} ${block} ${first}-${last}`

test('the table is whole', () => {
  expect(rows).toHaveLength(216)
  expect(rows.filter(isBroken)).toHaveLength(35)
  expect(rows.filter(isNoUnit)).toHaveLength(37)
  expect(rows.filter(isSound).length).toBeGreaterThan(20)
  expect(readdirSync(FOLDER).filter((file) => file.endsWith('.md'))).toHaveLength(5)
  const codes = rows.flatMap((row) => row.codes.map((code) => code.split('@')[0] as string))
  expect(codes.filter((code) => !FINDING_CODES.has(code))).toEqual([])
})

test('SARIF and GitHub annotations name lines and columns that exist', () => {
  const findings = all.map((one) => reportFinding(one, 'en'))
  expect(findings.length).toBeGreaterThan(100)
  expect(placesNowhere(findings, new Map())).toEqual([])
  const [first] = findings
  expect(placesNowhere([{ ...first, line: 99_999 } as FindingReport], new Map())).toHaveLength(2)
})

describe('a block that is wrong or no unit to run is reported for that', () => {
  const wrong = rows.filter((row) => isBroken(row) || isNoUnit(row))
  test.each(wrong.map((row) => [name(row), row] as const))('%s', (_, row) => {
    expect(row.codes, 'the table names what must be found').not.toEqual([])
    const found = within(row).flatMap(({ code, place }) => [code, `${code}@${place.start.line}`])
    expect(found).toEqual(expect.arrayContaining([expect.toBeOneOf(row.codes)]))
  })
})

test('no block that is plainly right is refused', () => {
  const alarms = rows.filter(isSound).flatMap((row) => {
    const errors = within(row).filter(({ severity }) => severity === 'error')
    return errors.map((found) => `${name(row)}: ${shown(found)}`)
  })
  expect(alarms).toEqual([])
})

test('what is found in each block', () => {
  const found = rows.map((row) => {
    const { verdict, flags } = row
    return [`${name(row)} ${verdict} ${flags.join(' ')}`, ...within(row).map((one) => `  ${shown(one)}`)].join('\n')
  })
  return expect(`${found.join('\n')}\n`).toMatchFileSnapshot('found.txt')
})

test('what is found outside of blocks', () => {
  const outside = all.filter((found) => !rows.some((row) => within(row).includes(found)))
  expect(outside.map((found) => `${found.place.file.slice(FOLDER.length + 1)}:${shown(found)}`)).toMatchInlineSnapshot(`
    [
      "carblau-cloud-run.md:268 warning DOCUMENT_COMMAND_UNFENCED",
      "carblau-cloud-run.md:286 warning DOCUMENT_COMMAND_UNFENCED",
      "carblau-cloud-run.md:369 error DOCUMENT_INDENTED_CODE",
      "carblau-cloud-run.md:532 warning DOCUMENT_COMMAND_UNFENCED",
      "octavios-deploy.md:7 error DOCUMENT_ANCHOR_BROKEN",
      "octavios-deploy.md:400 warning DOCUMENT_HEADING_DUPLICATE",
      "octavios-deploy.md:417 warning DOCUMENT_HEADING_DUPLICATE",
      "octavios-deploy.md:1225 warning DOCUMENT_HEADING_DUPLICATE",
      "octavios-deploy.md:1785 warning DOCUMENT_HEADING_DUPLICATE",
      "octavios-deploy.md:1812 warning DOCUMENT_HEADING_DUPLICATE",
    ]
  `)
})

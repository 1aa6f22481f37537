import { existsSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '#catalogue/catalogue.ts'
import { type Runbook, stepsOf } from '#document/model.ts'
import { readPage, readText, runbooks } from './pages.ts'

/** The problems the reading of each seed found, and what was corrected since; and how many there are. */
const TABLES = [
  { table: 'seed-000', count: 25 },
  { table: 'seed-001', count: 28 },
  { table: 'seed-002', count: 50 },
  { table: 'seed-003', count: 10 },
  { table: 'seed-004', count: 11 },
  { table: 'corrections', count: 32 },
]

interface Row {
  number: number
  problem: string
  links: { path: string; anchor: string | undefined }[]
  steps: { page: string; step: string }[]
  codes: string[]
  /** Code spans that are neither a step nor a finding code. */
  others: string[]
}

const rowsOf = (table: string): Row[] =>
  readText(`test/content/${table}.md`)
    .split('\n')
    .filter((line) => /^\| \d+ +\|/.test(line))
    .map(parseRow)

function parseRow(line: string): Row {
  const [, number = '', problem = '', where = ''] = line.split('|').map((column) => column.trim())
  const spans = [...where.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
  const isStep = (text: string) => /^[a-z0-9-]+:[a-z0-9-]+$/.test(text)
  const isCode = (text: string) => /^[A-Z]+(_[A-Z]+)+$/.test(text)
  return {
    number: Number(number),
    problem,
    links: [...where.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)].map(([, path = '', anchor]) => ({ path, anchor })),
    steps: spans.filter(isStep).map((text) => {
      const [page = '', step = ''] = text.split(':')
      return { page, step }
    }),
    codes: spans.filter(isCode),
    others: spans.filter((text) => !isStep(text) && !isCode(text)),
  }
}

/** Whether something but prose holds a row: a step that is run, a rule, a file of the world or the code, or a test. */
const evidenceOf = ({ steps, codes, links }: Row) => ({
  step: steps.length > 0,
  rule: codes.length > 0,
  file: links.some(({ path }) => !path.endsWith('.md')),
})

/** The page of a runbook in the language of the site. Throws when there is none. */
function pageOf(id: string): Runbook {
  const page = runbooks().find(({ header, locale }) => header.id === id && locale === 'es')
  if (!page) throw new Error(`${id} is no runbook`)
  return page
}

describe.each(TABLES)('the table $table', ({ table, count }) => {
  const rows = rowsOf(table)

  it(`are all ${count} in the table, in order`, () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  })

  it.each(rows)('$number says where it is resolved: $problem', ({ links, steps, codes, others }) => {
    expect(links.length + steps.length + codes.length).toBeGreaterThan(0)
    expect(others).toEqual([])
  })

  it.each(rows)('$number points at files and sections that exist', ({ links }) => {
    for (const { path, anchor } of links) {
      const file = normalize(join('test/content', path))
      expect(existsSync(join(import.meta.dirname, path)), file).toBe(true)
      if (anchor) expect(readPage(file).headings.map(({ slug }) => slug)).toContain(anchor)
    }
  })

  it.each(rows)('$number points at steps that exist', ({ steps }) => {
    for (const { page, step } of steps) expect(stepsOf(pageOf(page)).map(({ fence }) => fence.step)).toContain(step)
  })

  it.each(rows)('$number points at rules that exist', ({ codes }) => {
    expect([...FINDING_CODES]).toEqual(expect.arrayContaining(codes))
  })
})

describe('the table of all findings', () => {
  const seeds = TABLES.filter(({ table }) => table.startsWith('seed-'))
  const cells = readText('test/content/findings.md')
    .split('\n')
    .filter((line) => /^\| (\[Seed|All )/.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((columns) => columns.map((column) => column.trim()))

  it('has a row for each guide, with as many findings as its own table', () => {
    expect(cells.slice(0, -1).map(([guide, , total, numbers]) => [guide, total, numbers])).toEqual(
      seeds.map(({ table }) => {
        const { length } = rowsOf(table)
        return [`[Seed ${table.slice(5)}](${table}.md)`, String(length), `1 to ${length}`]
      }),
    )
  })

  it('names systems there are', () => {
    const systems = new Set(runbooks().map(({ header }) => header.system))
    expect(cells.slice(0, -1).filter(([, system = '']) => !systems.has(system))).toEqual([])
  })

  it('adds them up to 124', () => {
    expect(seeds.reduce((sum, { table }) => sum + rowsOf(table).length, 0)).toBe(124)
    expect(cells.at(-1)).toEqual(['All', '', '124', ''])
  })

  it.each(seeds)('has no finding of $table that prose alone resolves', ({ table }) => {
    const resolved = (row: Row) => Object.values(evidenceOf(row)).some(Boolean)
    expect(rowsOf(table).filter((row) => !resolved(row))).toEqual([])
  })
})

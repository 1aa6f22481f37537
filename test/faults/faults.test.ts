import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { findByRunning, findDrift, findStatically } from './detect.ts'
import { applyEdit, type Edit, EN, ES, lineOf, shippedPages } from './pages.ts'

const CASES = 'test/faults/cases'

/** `case.yaml`: one edit to a shipped page, and the finding it must give. */
const caseSchema = z.strictObject({
  /** What is wrong, in words. */
  fault: z.string(),
  /** File name; in both languages unless `only` says one. */
  page: z.string(),
  only: z.enum(['es', 'en']).optional(),
  find: z.string(),
  nth: z.number().optional(),
  replace: z.string(),
  /** A second edit, after the first. */
  also: z.strictObject({ find: z.string(), nth: z.number().optional(), replace: z.string() }).optional(),
  code: z.string(),
  /** Text of the line the finding must name, after the edit; its language is that of the page named. */
  at: z.string(),
  atNth: z.number().optional(),
  in: z.enum(['es', 'en']).default('es'),
  by: z.enum(['check', 'run', 'drift']),
})

const cases = readdirSync(CASES)
  .sort()
  .map((name) => ({ name, ...caseSchema.parse(parse(readFileSync(`${CASES}/${name}/case.yaml`, 'utf8'))) }))

const FINDERS = { check: findStatically, run: findByRunning, drift: findDrift }
const pages = shippedPages()
const folder = { es: ES, en: EN }

test('there are at least 40 faults', () => expect(cases.length).toBeGreaterThanOrEqual(40))

describe('the shipped pages', () => {
  beforeAll(() => expect(pages.size).toBeGreaterThanOrEqual(4))
  test('have no finding', async () => expect(await findStatically(pages)).toEqual([]))
  test('have the scripts they generate', async () => expect(await findDrift(pages)).toEqual([]))
  test.each(['cloud-run-deploy', 'docker-commands'])('%s runs without a finding', async (id) => {
    expect(await findByRunning(pages, id)).toEqual([])
  })
})

describe('every fault is found at its line', () => {
  test.each(cases)('$name', async ({ page, only, find, nth, replace, also, code, at, atNth, in: language, by }) => {
    const both = only === undefined
    const where = { page: both ? page : `${folder[only]}/${page}`, both }
    const once = applyEdit(pages, { ...where, find, replace, ...(nth && { nth }) })
    const edited = also ? applyEdit(once, { ...where, ...also } as Edit) : once
    const file = `${folder[language]}/${page}`
    const line = lineOf(edited.get(file) ?? '', at, atNth)
    const found = await FINDERS[by](edited, page.replace(/\.md$/, ''))
    expect(found.map((one) => `${one.file}:${one.line} ${one.code}`)).toContain(`${file}:${line} ${code}`)
  })
})

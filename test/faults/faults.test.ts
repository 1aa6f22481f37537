import { beforeAll, describe, expect, test } from 'vitest'
import { placesNowhere } from '../support/annotated-lines.ts'
import { cases, withFault } from './cases.ts'
import { findByRunning, findDrift, findStatically } from './detect.ts'
import { shippedPages } from './pages.ts'

const FINDERS = { check: findStatically, run: findByRunning, drift: findDrift }
const pages = shippedPages()

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
  test.each(cases.filter(({ by }) => by !== 'reality'))('$name', async (one) => {
    const faulty = withFault(pages, one)
    const find = FINDERS[one.by as keyof typeof FINDERS]
    const found = await find(faulty.pages, faulty.id)
    expect(found.map(({ file, line, code }) => `${file}:${line} ${code}`)).toContain(
      `${faulty.file}:${faulty.line} ${one.code}`,
    )
    expect(placesNowhere(found, faulty.pages)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '#finding/catalogue.ts'
import { readGuides } from '../../src/knowledge/reference/guides.ts'
import { BUILD_MS, dockerAvailable } from '../support/docker.ts'
import { codesIn } from './example.ts'

const guides = await readGuides()

test('every kind of finding is explained, and nothing else', () => {
  expect([...guides.keys()].sort()).toEqual(Object.keys(CATALOGUE).sort())
})

test('only what nobody can cause has no example', () => {
  expect([...guides].flatMap(([code, { none }]) => (none ? [code] : []))).toEqual(['DOCUMENT_UNREADABLE'])
})

const withExample = [...guides].flatMap(([code, { wrong, right, of }]) =>
  wrong === undefined || right === undefined ? [] : [{ code, wrong, right, of }],
)

const byEngine = withExample.filter(({ of }) => of === 'compose')
const here = withExample.filter(({ of }) => of !== 'compose')

describe('the wrong example has the finding', () => {
  test.each(here)('$code', async ({ code, wrong, of }) => {
    expect(await codesIn(wrong, of)).toContain(code)
  })
})

describe('the right example has none', () => {
  test.each(here)('$code', async ({ right, of }) => {
    expect(await codesIn(right, of)).toEqual([])
  })
})

describe.skipIf(!dockerAvailable)('what the tools of the Docker fixture tell', () => {
  test.each(byEngine)('$code', { timeout: BUILD_MS }, async ({ code, wrong, right, of }) => {
    expect(await codesIn(wrong, of)).toEqual([code])
    expect(await codesIn(right, of)).toEqual([])
  })
})

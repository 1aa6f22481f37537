import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '#catalogue/catalogue.ts'
import { BUILD_MS, dockerAvailable } from '../support/docker.ts'
import { codesIn } from './example.ts'

test('each kind of finding is in the catalogue once', () => {
  const codes = CATALOGUE.map(({ code }) => code)
  expect(codes.filter((code, index) => codes.indexOf(code) < index)).toEqual([])
})

test('only what nobody can cause has no example', () => {
  expect(CATALOGUE.flatMap((one) => ('none' in one ? [one.code] : []))).toEqual(['DOCUMENT_UNREADABLE'])
})

const text = (lines: readonly string[]) => `${lines.join('\n')}\n`
const withExample = CATALOGUE.flatMap((one) =>
  'wrong' in one ? [{ code: one.code, wrong: text(one.wrong), right: text(one.right), of: one.of }] : [],
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

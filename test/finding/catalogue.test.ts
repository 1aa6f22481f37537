import { expect, test } from 'vitest'
import { CATALOGUE } from '#catalogue/catalogue.ts'
import { findingReportSchema } from '#schema/finding.ts'

const keys = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, key]) => key?.replace(/(Es|En)$/, '')).sort()

test.each(CATALOGUE)('$code says the same in both languages', ({ code, es, en }) => {
  expect(code).toMatch(
    /^(DOCUMENT|FENCE|PARAMETER|PROCEDURE|COMMAND|STEP|HAZARD|NAME|FILE|LOCALE|SCRIPT|INCIDENT)_[A-Z]+(_[A-Z]+)*$/,
  )
  expect(new Set(keys(es.message))).toEqual(new Set(keys(en.message)))
  expect(Boolean(es.hint)).toBe(Boolean(en.hint))
  expect(new Set(keys(es.hint))).toEqual(new Set(keys(en.hint)))
})

test.each(CATALOGUE)('$code can be told in a report', ({ code }) => {
  expect(findingReportSchema.shape.code.safeParse(code).success).toBe(true)
})

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { renderJson, reportJsonSchema } from '#report/json.ts'
import { everything, nothing } from './sample.ts'

test('JSON is what its published schema says', () => {
  const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(reportJsonSchema()))
  for (const one of [everything, nothing]) {
    valid(JSON.parse(renderJson(one)))
    expect(valid.errors ?? []).toEqual([])
  }
  expect(valid({ ...everything, exitCode: 'none' })).toBe(false)
})

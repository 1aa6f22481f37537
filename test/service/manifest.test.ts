import { describe, expect, test } from 'vitest'
import { readExperiment } from '#service/manifest/read.ts'
import { BROKEN, type Broken, brokenText } from './broken.ts'
import { exampleManifest, fileBeside } from './examples.ts'

const found = (given: Broken) => {
  const read = readExperiment({ file: 'm.json', text: brokenText(given), fileBeside })
  if (!Array.isArray(read)) return []
  return read.map(({ code, place: { start } }) => `${start.line}:${start.column} ${code}`)
}

describe('a broken manifest', () => {
  test('there are twenty of them or more', () => expect(BROKEN.length).toBeGreaterThanOrEqual(20))

  test.each(BROKEN)('$name', (given) => {
    expect(found(given)).toEqual(given.findings)
  })
})

test.each(['churn-classifier', 'product-recommender'])('the manifest of %s is read, with its model', (name) => {
  const { text, beside } = exampleManifest(name)
  const read = readExperiment({ file: 'm.json', text, fileBeside: beside })
  expect(read).toMatchObject({ model: { model_type: JSON.parse(text).model_type } })
})

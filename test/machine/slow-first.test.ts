import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { TestSpecification, Vitest } from 'vitest/node'
import { SLOW, SlowFirst } from './slow-first.ts'

const none = { cache: { getTestSpecificationResult: () => undefined } }
const specification = (path: string) => ({
  moduleId: resolve(path),
  project: { name: '', config: { isolate: true, sequence: { groupOrder: 0 } } },
})

test('the slow files are there', () => {
  expect(SLOW.filter((path) => !existsSync(path))).toEqual([])
})

test('the slow files start first, and no file is lost', async () => {
  const others = ['test/report/formats.test.ts', 'test/schema/schema.test.ts', 'test/tools/tools.test.ts']
  const files = [...others, ...SLOW.toReversed()].map(specification) as unknown as TestSpecification[]
  const sorted = await new SlowFirst(none as unknown as Vitest).sort(files)
  const paths = sorted.map(({ moduleId }) => moduleId)
  expect(paths.slice(0, SLOW.length)).toEqual(SLOW.map((path) => resolve(path)))
  expect(paths.toSorted()).toEqual(files.map(({ moduleId }) => moduleId).toSorted())
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const rows = readFileSync(join(import.meta.dirname, 'defects.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, defect = '', where = ''] = line.split('|').map((column) => column.trim())
    return /^\d+$/.test(number ?? '') ? [{ number: Number(number), defect, tests: testsIn(where) }] : []
  })

/** The names of tests, and their files. */
function testsIn(text: string): { name: string; file: string }[] {
  return [...text.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, name = '', file = '']) => ({ name, file }))
}

test('all 43 are in the table, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 43 }, (_, index) => index + 1))
})

test.each(rows)('$number is held by tests that exist: $defect', ({ tests }) => {
  expect(tests.length).toBeGreaterThan(0)
  for (const { name, file } of tests)
    expect(readFileSync(join(import.meta.dirname, file), 'utf8').includes(name), `${file}: ${name}`).toBe(true)
})

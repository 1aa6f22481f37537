import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { patternProblem } from '#tools/grep/pattern.ts'

/** Status 2 is grep's word for a pattern it cannot read. */
const grepRefuses = (pattern: string, ...flags: string[]) =>
  spawnSync('grep', [...flags, '-e', pattern], { input: 'x\n', env: { PATH: process.env.PATH, LC_ALL: 'C' } })
    .status === 2

const PATTERNS = [
  'a{}',
  '!{}]',
  'a{b}',
  'a{1}',
  'a{1',
  'a{,3}',
  '[a',
  '(a',
  'a)',
  '(a)',
  '[[:alpha:]]',
  '[]a]',
  '[^]a]',
  '[a\\]b',
  'a\\',
  'a\\{1\\}',
  'a\\{b\\}',
  'a\\{\\}',
  '\\(a',
  'a\\)',
  '\\(a\\)\\{2\\}',
  '[&|;$`()<>?*\\[\\]!{}]',
  '[]&|;$`\\()<>?*[!{}]',
]

test.each(PATTERNS)('extended %s is judged as grep does', (pattern) => {
  expect(patternProblem(pattern, true) !== undefined).toBe(grepRefuses(pattern, '-E'))
})

test.each(PATTERNS)('basic %s is judged as grep does', (pattern) => {
  expect(patternProblem(pattern, false) !== undefined).toBe(grepRefuses(pattern))
})

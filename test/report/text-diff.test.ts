import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines } from '#report/text-diff.ts'

const shown = (before: string, after: string) => diffLines(before, after).map(({ sign, text }) => sign + text)

test('shows what goes and what comes among what stays', () => {
  expect(shown('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c'])
  expect(shown('a', 'a\nb')).toEqual([' a', '+b'])
  expect(shown('a\nb', 'b')).toEqual(['-a', ' b'])
})

test('of any two texts: what goes and stays is the one, what comes and stays the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after)
      const without = (sign: string) => lines.filter((line) => line.sign !== sign).map((line) => line.text)
      expect(without('+').join('\n')).toBe(before)
      expect(without('-').join('\n')).toBe(after)
      if (before === after) expect(lines.every(({ sign }) => sign === ' ')).toBe(true)
    }),
  )
})

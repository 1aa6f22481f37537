import { expect, test } from 'vitest'
import { dataLiteral, stringLiteral, templateLiteral } from '#script/literal.ts'
import { HOSTILE } from '../support/hostile.ts'

const evaluate = (code: string): unknown => new Function(`return (${code})`)()

test.each(Object.entries({ ...HOSTILE, nul: 'a\0b', 'lone surrogate': 'a\ud800b' }))(
  'a template literal of %s is that text',
  (_, text) => {
    expect(evaluate(templateLiteral(text))).toBe(text)
    expect(evaluate(stringLiteral(text))).toBe(text)
    expect(evaluate(dataLiteral({ [text]: [text, { text }] }))).toEqual({ [text]: [text, { text }] })
  },
)

test('lines stay lines, so that a script can be reviewed', () => {
  expect(templateLiteral('a \\\n  --b "$C"')).toBe('`a \\\\\n  --b "$C"`')
})

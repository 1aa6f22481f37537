import { describe, expect, test } from 'vitest'
import { codeFrame } from '#report/code-frame.ts'
import { createPaint } from '#report/style.ts'
import type { FindingReport } from '#schema/finding.ts'
import { finding } from './sample.ts'

describe('a code frame', () => {
  const frame = (line: string, part: Partial<FindingReport>) =>
    codeFrame(finding({ line: 1, column: 2, ...part }), () => [line], createPaint(false)).join('\n')

  test('marks what is meant, wide characters and tabs too', () => {
    expect(frame('docker stpo api', { column: 8, endLine: 1, endColumn: 12 })).toMatchInlineSnapshot(`
      "1 │ docker stpo api
        │        ^^^^"
    `)
    expect(frame('\techo "日本" x', { column: 7, endLine: 1, endColumn: 11 })).toMatchInlineSnapshot(`
      "1 │   echo "日本" x
        │        ^^^^^^"
    `)
    expect(frame('abc', { column: 2, endLine: 3, endColumn: 2 })).toMatchInlineSnapshot(`
      "1 │ abc
        │  ^^"
    `)
  })
  test('cuts a long line around it', () => {
    const lines = frame(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, { column: 501, endLine: 1, endColumn: 505 }).split(
      '\n',
    )
    expect(lines[0]).toMatch(/^1 │ …x{20}HEREy+…$/)
    expect(lines[1]?.indexOf('^^^^')).toBe(lines[0]?.indexOf('HERE'))
  })
  test('shows no control characters', () => expect(frame('a\u001b[31mb\u0007', {})).not.toMatch(/[^\P{Cc}\n]/u))
  test('is not there for a whole file, a missing line, an empty line', () => {
    expect(frame('x', { column: 1 })).toBe('')
    expect(frame('x', { line: 5 })).toBe('')
    expect(frame('  ', {})).toBe('')
  })
})

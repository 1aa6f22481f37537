import { expect, test } from 'vitest'
import { createStepOutput } from '#report/step-output.ts'
import type { OutputStream } from '#schema/shell.ts'

function shown(...chunks: (string | readonly [OutputStream, string])[]): string {
  let text = ''
  const output = createStepOutput((written) => {
    text += written
  })
  for (const chunk of chunks) {
    if (typeof chunk === 'string') output.push('stdout', chunk)
    else output.push(...chunk)
  }
  output.end()
  return text
}

test.each([
  ['lines, each indented once', ['one\n', 'two', ' and\nthree\n'], '    one\n    two and\n    three\n'],
  ['a line that does not end, which what follows is not glued to', ['no newline'], '    no newline\n'],
  ['blank lines', ['\n', 'a\n\n', '\n'], '\n    a\n\n\n'],
  ['nothing', [''], ''],
  ['lines that are written over, each its own', ['10 %\r', '20 %\r', '\ndone\r\n'], '    10 %\n    20 %\n    done\n'],
])('%s', (_, chunks, text) => {
  expect(shown(...chunks)).toBe(text)
})

test.each([
  ['a title', 'a\u001b]0;title\u0007b'],
  ['a title, ended otherwise', 'a\u001b]2;title\u001b\\b'],
  ['colours', 'a\u001b[1;31mb'],
  ['a cleared screen', 'a\u001b[2J\u001b[Hb'],
])('no control sequence gets through, split anywhere: %s', (_, text) => {
  for (let cut = 0; cut <= text.length; cut++) expect(shown(text.slice(0, cut), text.slice(cut))).toBe('    ab\n')
  expect(shown(...text)).toBe('    ab\n')
})

test('one that begins on a stream does not swallow what the other prints', () => {
  expect(shown('a\u001b[', ['stderr', 'b'], '31mc')).toBe('    abc\n')
})
